'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { offerPlace } from '#lib/attendees/mutations/decide'
import { letMoveUp, putOff } from '#lib/attendees/mutations/hold'
import { moveInQueue } from '#lib/attendees/mutations/queue'
import { givenReason } from '#lib/attendees/schema/person'
import { signedIn } from '#lib/auth/session'
import { line, typedValues } from '#lib/input'
import { WAITING_PAGE } from '#lib/rosters/queries/waiting'
import { listOf, MOST_OFFERED, subject, waitingHref } from '#lib/rosters/schema'

export type MoveState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  place: string
  reason: string
  /** By field, in the reader's words. */
  errors: Record<string, string>
  summary: { title: string; errors: { id: string; text: string }[] } | null
}

/** Gives somebody another place in the queue. A refusal comes back with what was typed. */
export async function moveTo(before: MoveState, form: FormData): Promise<MoveState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const { slug, id, list } = subject.parse(values)
  const typed = values.place ?? ''
  // A button for a place of its own ("one up") counts more than the field.
  const wanted = line(6).safeParse(values.to || typed).data ?? ''
  const given = givenReason.safeParse(values.reason ?? '')
  const place = /^\d+$/.test(wanted) ? Number(wanted) : 0
  const codes = { ...(place < 1 && { place: 'place' }), ...(!given.success && { reason: 'reason' }) }
  if (!given.success || place < 1) return returned(before, { place: typed, reason: values.reason ?? '' }, codes)
  const result = await moveInQueue(actor, id, place, given.data)
  const { page } = listOf(list)
  // Where the person stands now is the page to go on with.
  if (result.ok) redirect(waitingHref(slug, Math.ceil(place / WAITING_PAGE), { did: 'move', who: id, to: place }))
  if (result.reason === 'not-found') notFound()
  redirect(waitingHref(slug, page, { refused: 'not-possible', who: id }))
}

async function returned(
  before: MoveState,
  typed: Pick<MoveState, 'place' | 'reason'>,
  codes: Record<string, string>,
): Promise<MoveState> {
  const t = await getTranslations('desk.waiting.move')
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, t(`error.${code}` as 'error.place')]),
  )
  const told = Object.entries(errors).map(([id, text]) => ({ id: `move-${id}`, text }))
  return {
    attempt: (Number(before.attempt) || 0) + 1,
    ...typed,
    errors,
    summary: { title: t('errors', { count: told.length }), errors: told },
  }
}

/** Passes over somebody who waits until an organizer decides otherwise. */
export async function hold(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { slug, id, list } = subject.parse(typedValues(form))
  const { page } = listOf(list)
  const given = givenReason.safeParse(form.get('reason') ?? '')
  if (!given.success) redirect(waitingHref(slug, page, { refused: 'reason', who: id, at: id }))
  const result = await putOff(actor, id, given.data)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(waitingHref(slug, page, result.ok ? { did: 'hold', who: id } : { refused: 'not-possible', who: id }))
}

/** Lets somebody who was held back move up again. */
export async function release(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { slug, id, list } = subject.parse(typedValues(form))
  const { page } = listOf(list)
  const result = await letMoveUp(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(
    waitingHref(
      slug,
      page,
      result.ok ? { did: 'release', who: id, up: result.value.promoted.join() } : { refused: 'not-possible', who: id },
    ),
  )
}

/** Offers a place to those who were shown, each by itself: whoever cannot have one any more is counted and stands as before. */
export async function offerNext(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { slug } = subject.parse(typedValues(form))
  const ids = form.getAll('id').map(String).slice(0, MOST_OFFERED)
  let offered = 0
  for (const id of ids) if ((await offerPlace(actor, id)).ok) offered++
  redirect(waitingHref(slug, 1, { did: 'offers', n: offered, not: ids.length - offered }))
}
