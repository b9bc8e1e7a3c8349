'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { correctAttendee, correctPastLimits } from '#lib/attendees/mutations/correct'
import { labelsOf } from '#lib/attendees/queries/labels'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { correction, givenReason } from '#lib/attendees/schema/person'
import type { Actor } from '#lib/auth/actor'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'
import { limitWords } from '#lib/rosters/policy/limits'
import { type SavedMeanwhile, savedSince } from '#lib/rosters/queries/meanwhile'
import { type InstitutionOffer, institutionOffer } from '#lib/rosters/queries/offer'
import { poolFacts } from '#lib/rosters/queries/seats'
import { listOf, recordHref, subject } from '#lib/rosters/schema'

type Values = Record<string, string>
type Event = NonNullable<Awaited<ReturnType<typeof deskEvent>>>
type Recorded = NonNullable<Awaited<ReturnType<typeof attendeeRecord>>>

export type CorrectState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** By field, in the reader's words. */
  errors: Record<string, string>
  summary: { title: string; errors: { id: string; text: string }[] } | null
  offer: InstitutionOffer | null
  /** What others saved while the form was open. */
  meanwhile: SavedMeanwhile[] | null
  /** The limit that leaves no room for the change. */
  full: string
}

/** Saves what is corrected of somebody. A refusal comes back with everything typed; success leads to the record. */
export async function correct(before: CorrectState, form: FormData): Promise<CorrectState> {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const { slug, id, list } = subject.parse(typedValues(form))
  const event = await deskEvent(actor, slug, locale)
  const record = event && (await attendeeRecord(actor, event.id, id))
  if (!event?.mayDecide || !record) notFound()

  const values = withInstitution(typedValues(form))
  const state: CorrectState = {
    attempt: (Number(before.attempt) || 0) + 1,
    values,
    errors: {},
    summary: null,
    offer: null,
    meanwhile: null,
    full: '',
  }
  const checked = check(correction, values)
  if (!checked.ok) return wrong(state, checked.errors, locale)
  const over = values.do === 'past' ? givenReason.safeParse(values.overReason) : null
  if (over && !over.success) return wrong({ ...state, full: before.full }, { overReason: 'reason' }, locale)
  const result = over
    ? await correctPastLimits(actor, record.id, checked.value, over.data)
    : await correctAttendee(actor, record.id, checked.value)
  if (result.ok) {
    const saved = await attendeeRecord(actor, event.id, record.id)
    redirect(recordHref(slug, id, listOf(list), { did: saved?.revision === record.revision ? 'unchanged' : 'correct' }))
  }
  switch (result.reason) {
    case 'invalid':
      return wrong(state, { [result.field]: result.code }, locale)
    case 'full':
      return { ...state, full: await limitInWords(actor, event, record, result.poolId) }
    case 'changed-meanwhile': {
      const meanwhile = await savedSince(event, record, Number(values.since) || 0, locale)
      return {
        ...state,
        meanwhile,
        values: { ...values, revision: String(record.revision), since: String(record.updatedAt.getTime()) },
      }
    }
    default:
      notFound()
  }
}

/**
 * The institution the form means. What was answered to "Which one?" counts while the text it was asked about stands; and the
 * institution recorded so far counts only while the text still names it: without script nothing else tells that it was changed.
 */
function withInstitution(typed: Values): Values {
  const choice = typed.institutionAsked === typed.institution ? typed.institutionChoice : undefined
  if (choice === 'unlisted') return { ...typed, institutionId: '', unlisted: '1' }
  const shown = typed.institution?.trim() ?? ''
  if (choice)
    return {
      ...typed,
      institutionId: choice,
      institutionWas: choice,
      institutionShown: shown,
      institutionPlace: '',
      unlisted: '',
    }
  const stale = typed.institutionId === typed.institutionWas && shown !== typed.institutionShown
  return stale ? { ...typed, institutionId: '', institutionPlace: '' } : { ...typed }
}

/** The form again, with what is wrong in it: beside the fields and summed up. */
async function wrong(state: CorrectState, codes: Record<string, string>, locale: Locale): Promise<CorrectState> {
  const t = await getTranslations('desk')
  const unclear = codes.institution === 'unknown' || codes.institution === 'ambiguous'
  const offer =
    unclear || state.values.institutionChoice
      ? await institutionOffer(state.values, t.raw('edit.institution.add'), locale)
      : null
  const word = (code: string) =>
    t.has(`edit.error.${code}`) ? t(`edit.error.${code}` as 'edit.error.required') : t('edit.error.other')
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [
      field === 'institution' && offer ? 'institutionChoice' : field,
      word(code),
    ]),
  )
  const label = (field: string) =>
    field === 'institutionChoice'
      ? t('field.institution')
      : field === 'overReason'
        ? t('record.act.reason')
        : t.has(`field.${field}`)
          ? t(`field.${field}` as 'field.email')
          : field
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: `${label(id)}: ${text}` }))
  return { ...state, errors, offer, summary: { title: t('edit.errors', { count: lines.length }), errors: lines } }
}

/** Which limit leaves no room. */
async function limitInWords(actor: Actor, event: Event, record: Recorded, poolId: string): Promise<string> {
  const t = await getTranslations('desk.record')
  const pool = await poolFacts(actor, event.id, poolId)
  if (!pool) return t('refused.other')
  const institutionId = pool.subject === 'institution' ? (pool.subjectId ?? '') : record.institutionId
  return t(
    `pool.${pool.subject}`,
    limitWords(pool, await labelsOf(event, { ...record, institutionId }, await readerLocale())),
  )
}
