'use server'
import { notFound, redirect } from 'next/navigation'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import {
  confirmAttendee,
  confirmPastLimits,
  declineAttendee,
  offerPlace,
  putOnWaitingList,
} from '#lib/attendees/mutations/decide'
import { givenReason, reason } from '#lib/attendees/schema/person'
import { signedIn } from '#lib/auth/session'
import { typedValues } from '#lib/input'
import { listOf, type Outcome, recordHref, subject, waitingHref } from '#lib/rosters/schema'

/** Each act ends on the page it was done on, whose address says what came of it: a reload repeats nothing. */
export async function confirm(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const result = await confirmAttendee(actor, typed(form).id)
  if (result.ok) back(form, { did: 'confirm' })
  if (result.reason === 'full') back(form, { refused: 'full', pool: result.poolId })
  refusedAct(form, result.reason)
}

/** Gives a place past the limits, with a reason. */
export async function confirmAnyway(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const given = givenReason.safeParse(form.get('reason') ?? '')
  if (!given.success) back(form, { refused: 'reason' })
  const result = await confirmPastLimits(actor, typed(form).id, given.data)
  if (result.ok) back(form, { did: 'override' })
  refusedAct(form, result.reason)
}

/** Offers a place to somebody who waits. */
export async function offer(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const result = await offerPlace(actor, typed(form).id)
  if (result.ok) back(form, { did: 'offer' })
  if (result.reason === 'full') back(form, { refused: 'full', pool: result.poolId })
  refusedAct(form, result.reason)
}

/** Declines somebody; the reason is told. */
export async function decline(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const given = reason.safeParse(form.get('reason') ?? '')
  if (!given.success) back(form, { refused: 'reason' })
  const result = await declineAttendee(actor, typed(form).id, given.data)
  if (result.ok) back(form, { did: 'decline', up: result.value.promoted.join() })
  refusedAct(form, result.reason)
}

export async function wait(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const given = reason.safeParse(form.get('reason') ?? '')
  if (!given.success) back(form, { refused: 'reason' })
  const result = await putOnWaitingList(actor, typed(form).id, given.data)
  if (result.ok) back(form, { did: 'wait', up: result.value.promoted.join() })
  refusedAct(form, result.reason)
}

export async function cancel(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const given = givenReason.safeParse(form.get('reason') ?? '')
  if (!given.success) back(form, { refused: 'reason' })
  const result = await cancelAttendee(actor, typed(form).id, given.data)
  if (result.ok) back(form, { did: 'cancel', up: result.value.promoted.join() })
  refusedAct(form, result.reason)
}

const typed = (form: FormData) => subject.parse(typedValues(form))

function back(form: FormData, came: Partial<Record<keyof Outcome, string>>): never {
  const { slug, id, list, from } = typed(form)
  if (from === 'waiting')
    redirect(waitingHref(slug, listOf(list).page, { ...came, who: id, ...(came.refused && { at: id }) }))
  redirect(recordHref(slug, id, listOf(list), came))
}

function refusedAct(form: FormData, reason: string): never {
  if (reason === 'not-found') notFound()
  back(form, { refused: reason === 'not-possible' ? 'not-possible' : 'other' })
}
