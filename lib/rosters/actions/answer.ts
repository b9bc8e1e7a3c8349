'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { answerAtDesk, answerPastLimits } from '#lib/attendees/mutations/answers'
import { draftHashOf, keepUploads } from '#lib/attendees/mutations/uploads'
import { inOrder } from '#lib/attendees/policy/answers'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { readSent } from '#lib/attendees/queries/sent'
import { problemsTold, type Told } from '#lib/attendees/queries/told'
import { givenReason } from '#lib/attendees/schema/person'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { typedValues } from '#lib/input'
import { type SavedMeanwhile, savedSince } from '#lib/rosters/queries/meanwhile'
import { listOf, recordHref, subject } from '#lib/rosters/schema'

export type AnswerState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  /** Makes the files sent with this showing of the form its own. */
  key: string
  answers: Record<string, string[]>
  revision: string
  since: string
  errors: Told['errors']
  offers: Told['offers']
  summary: { title: string; errors: { id?: string; text: string }[] } | null
  /** What others saved while the form was open. */
  meanwhile: SavedMeanwhile[] | null
  /** An option that was chosen has no place left. */
  full: boolean
  overReason: string
}

const STAGES = ['registration', 'afterwards'] as const

/** Saves what an organizer answers for somebody. A refusal comes back with everything typed; success leads to the record. */
export async function answerFor(before: AnswerState, form: FormData): Promise<AnswerState> {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const values = typedValues(form)
  const { slug, id, list } = subject.parse(values)
  const event = await deskEvent(actor, slug, locale)
  const record = event && (await attendeeRecord(actor, event.id, id))
  if (!event?.mayDecide || !record) notFound()

  const now = new Date()
  const { key = '', revision = '', since = '' } = values
  const draftHash = draftHashOf(key)
  const where = { event, stages: STAGES, staff: true, locale }
  const uploads = await keepUploads(actor, withChosenFiles(form), { ...where, draftHash })
  const sent = { typed: uploads.typed, draftHash }
  const reading = await readSent({ ...where, attendeeId: record.id, typeId: record.typeId }, sent, now)
  const known = [...sent.typed].filter(([name]) => !reading.foreign.includes(name))
  const state: AnswerState = {
    ...{ attempt: (Number(before.attempt) || 0) + 1, key, revision, since, answers: Object.fromEntries(known) },
    ...{ errors: {}, offers: {}, summary: null, meanwhile: null },
    ...{ full: false, overReason: values.overReason ?? '' },
  }
  if (revision !== String(record.revision)) {
    const meanwhile = await savedSince(event, record, Number(since) || 0, locale)
    return { ...state, meanwhile, revision: String(record.revision), since: String(record.updatedAt.getTime()) }
  }
  const bad = [
    ...uploads.problems,
    ...reading.problems.filter((one) => !uploads.problems.some((two) => two.questionId === one.questionId)),
  ]
  const over = bad.length === 0 && values.do === 'past' ? givenReason.safeParse(values.overReason) : null
  if (over && !over.success) return withoutReason(state)
  const answer =
    bad.length > 0
      ? undefined
      : over
        ? await answerPastLimits(actor, record.id, sent, locale, over.data, now)
        : await answerAtDesk(actor, record.id, sent, locale, now)
  if (answer?.ok) {
    const saved = await attendeeRecord(actor, event.id, record.id)
    redirect(recordHref(slug, id, listOf(list), { did: saved?.revision === record.revision ? 'unchanged' : 'answer' }))
  }
  if (answer?.reason === 'not-found') notFound()
  const problems = answer?.reason === 'answers' ? answer.problems : bad
  const told = await problemsTold(inOrder(problems, reading.asked), reading.asked, sent.typed, locale)
  const full = problems.some(({ problem }) => problem.code === 'option-full')
  return { ...state, full, ...(await summed(told, locale)) }
}

/** The way past a limit is not gone without a reason. */
async function withoutReason(state: AnswerState): Promise<AnswerState> {
  const t = await getTranslations('desk')
  const text = t('edit.error.reason')
  const errors = [{ id: 'overReason', text: t('answers.line', { label: t('record.act.reason'), error: text }) }]
  return {
    ...state,
    full: true,
    errors: { overReason: text },
    summary: { title: t('answers.errors', { count: 1 }), errors },
  }
}

/** Without the files nobody chose: React's reader of a form gives them the name "undefined", and they would be told to be empty. */
function withChosenFiles(form: FormData): FormData {
  const chosen = new FormData()
  for (const [name, value] of form) {
    const none = value instanceof File && value.size === 0 && ['', 'undefined'].includes(value.name)
    if (!none) chosen.append(name, value)
  }
  return chosen
}

/** What is wrong, beside the fields and summed up; where nothing is, the form has changed. */
async function summed({ errors, offers, lines }: Told, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'desk.answers' })
  const summary =
    lines.length > 0
      ? {
          title: t('errors', { count: lines.length }),
          errors: lines.map(({ id, label, text }) => ({ id, text: t('line', { label, error: text }) })),
        }
      : { title: t('formChanged.title'), errors: [{ text: t('formChanged.text') }] }
  return { errors, offers, summary }
}
