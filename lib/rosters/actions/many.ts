'use server'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cancelMany } from '#lib/attendees/mutations/cancel-many'
import { decideMany, type Many } from '#lib/attendees/mutations/decide'
import { fullName } from '#lib/attendees/policy'
import { attendeeRows } from '#lib/attendees/queries/list'
import { givenReason, reason } from '#lib/attendees/schema/person'
import type { Actor } from '#lib/auth/actor'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import type { ManyAct } from '#lib/rosters/policy/many'
import { foreseen } from '#lib/rosters/queries/chosen'
import { poolSentences } from '#lib/rosters/queries/pool-sentences'
import { afterHref, manyChoice, recordHref } from '#lib/rosters/schema'

export type ManyPerson = { id: string; name: string; href: string; note: string }

export type ManyResult = {
  title: string
  after: { href: string; text: string }
  refused: { title: string; people: ManyPerson[]; more: string } | null
  promoted: { title: string; people: ManyPerson[]; more: string } | null
}

export type ManyState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  reason: string
  error: string
  /** Somebody decided or registered meanwhile: what is shown now is what would be done now. */
  changed: boolean
  result: ManyResult | null
}

/** So many at once, so that others who write wait no longer than a moment. */
const CHUNK = 100
/** So many are named. */
const MOST_NAMED = 100

/** Decides about many, as it was shown; tells what came of it. Where it would be something else by now, it is shown again instead. */
export async function decideTogether(before: ManyState, form: FormData): Promise<ManyState> {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const choice = manyChoice.parse({
    act: form.get('act'),
    list: form.get('list'),
    all: form.get('all') ?? undefined,
    id: form.getAll('id'),
  })
  const event = await deskEvent(actor, String(form.get('slug') ?? ''), locale)
  if (!event?.mayDecide) notFound()
  const t = await getTranslations('desk.many')
  const typed = String(form.get('reason') ?? '')
  const state: ManyState = {
    ...{ attempt: (Number(before.attempt) || 0) + 1, reason: typed },
    ...{ error: '', changed: false, result: null },
  }
  const given = (choice.act === 'cancel' ? givenReason : reason).safeParse(typed)
  if (!given.success) return { ...state, error: t('reasonMissing') }
  const { will, stamp } = await foreseen(actor, event.id, choice.act, { ...choice, ids: choice.id })
  if (stamp !== form.get('shown')) {
    refresh()
    return { ...state, changed: true }
  }
  const many = await inChunks(
    actor,
    choice.act,
    will.map(({ id }) => id),
    given.data,
  )
  return { ...state, result: await resultOf(actor, event, choice.act, many, locale) }
}

async function inChunks(actor: Actor, act: ManyAct, ids: readonly string[], why: string): Promise<Many> {
  const many: Many = { decided: [], refused: [], promoted: [] }
  for (let i = 0; i < ids.length; i += CHUNK) {
    const chunk = ids.slice(i, i + CHUNK)
    const result = act === 'cancel' ? await cancelMany(actor, chunk, why) : await decideMany(actor, chunk, act, why)
    if (!result.ok) notFound()
    many.decided.push(...result.value.decided)
    many.refused.push(...result.value.refused)
    many.promoted.push(...result.value.promoted)
  }
  return many
}

async function resultOf(
  actor: Actor,
  event: { id: string; slug: string; defaultLocale: string },
  act: ManyAct,
  { decided, refused, promoted }: Many,
  locale: Locale,
): Promise<ManyResult> {
  const t = await getTranslations('desk.many')
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const named = [...refused.map(({ id }) => id).slice(0, MOST_NAMED), ...promoted.slice(0, MOST_NAMED)]
  const [rows, sentence] = await Promise.all([
    attendeeRows(actor, where, [...new Set(named)]),
    poolSentences(
      actor,
      event,
      refused.flatMap((one) => (one.reason === 'full' ? one.poolId : [])),
      locale,
    ),
  ])
  const people = (ids: readonly string[], note: (id: string) => string): ManyPerson[] =>
    rows
      .filter(({ id }) => ids.includes(id))
      .map((row) => ({
        id: row.id,
        name: fullName(row),
        href: recordHref(event.slug, row.id, manyChoice.parse({}).list),
        note: note(row.id),
      }))
  const more = (n: number) => (n > MOST_NAMED ? t('more', { count: n - MOST_NAMED }) : '')
  const why = (id: string): string => {
    const one = refused.find((refusal) => refusal.id === id)
    return one?.reason === 'full' ? sentence(one.poolId) : t('meanwhile')
  }
  return {
    title: t(`did.${act}`, { count: decided.length }),
    after: { href: afterHref(event.slug, act), text: t('showThem') },
    refused:
      refused.length > 0
        ? {
            title: t('refused', { count: refused.length }),
            people: people(
              refused.map(({ id }) => id),
              why,
            ),
            more: more(refused.length),
          }
        : null,
    promoted:
      promoted.length > 0
        ? {
            title: t('promoted', { count: promoted.length }),
            people: people(promoted, () => ''),
            more: more(promoted.length),
          }
        : null,
  }
}
