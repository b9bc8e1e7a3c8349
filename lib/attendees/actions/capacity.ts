'use server'
import { notFound, redirect } from 'next/navigation'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { promoteRest } from '#lib/attendees/mutations/promote-rest'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { deskEvent } from '#lib/events/queries/event'
import { setupHead } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { capacityForm } from '#lib/events/schema/edit/registration'
import { editHref, savedHref } from '#lib/events/schema/edit/saved'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'

/** Saves how many people there is room for. A refusal comes back with what was typed. */
export async function saveCapacity(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const eventId = values.eventId ?? ''
  const head = await setupHead(actor, eventId)
  const event = head && (await deskEvent(actor, head.slug, await readerLocale()))
  if (!event) notFound()
  const checked = check(capacityForm, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const shown = values.shown ? Number(values.shown) : null
  const result = await setCapacity(actor, eventId, checked.value.capacity, shown)
  if (result.ok && !result.value.changed) redirect(savedHref(event.slug, 'registration', false))
  if (result.ok)
    redirect(
      editHref(event.slug, 'registration', 'capacity', {
        promoted: String(result.value.promoted.length + (await promoteRest(eventId))),
      }),
    )
  if (result.reason === 'not-found') notFound()
  const now = String(event.places.capacity ?? '')
  return overtaken(before, values, { actor, eventId, fields: ['capacity'], now })
}
