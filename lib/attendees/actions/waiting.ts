'use server'
import { notFound, redirect } from 'next/navigation'
import { promoteRest } from '#lib/attendees/mutations/promote-rest'
import { editWaitingRules } from '#lib/attendees/mutations/waiting-rules'
import { WAITING, waitingRules } from '#lib/attendees/schema/waiting'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { stampOf } from '#lib/events/policy/stamp'
import { setupHead, setupWaiting } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { editHref, savedHref } from '#lib/events/schema/edit/saved'
import { check, typedValues } from '#lib/input'

/** Saves how free places get to those who wait. A refusal comes back with what was typed. */
export async function saveWaitingRules(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const eventId = values.eventId ?? ''
  const [head, current] = await Promise.all([setupHead(actor, eventId), setupWaiting(actor, eventId)])
  if (!head || !current) notFound()
  const checked = check(waitingRules, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const result = await editWaitingRules(actor, eventId, checked.value, values.shown ?? '')
  if (!result.ok && result.reason === 'changed-meanwhile')
    return overtaken(before, values, { actor, eventId, fields: WAITING, now: stampOf(current) })
  if (!result.ok) notFound()
  const { changed, promoted } = result.value
  if (promoted.length === 0) redirect(savedHref(head.slug, 'registration', changed))
  redirect(
    editHref(head.slug, 'registration', 'capacity', {
      promoted: String(promoted.length + (await promoteRest(eventId))),
    }),
  )
}
