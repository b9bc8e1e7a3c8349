'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { editRegistration } from '#lib/events/mutations/registration'
import type { SetupState } from '#lib/events/policy/form-state'
import { stampOf } from '#lib/events/policy/stamp'
import { setupHead, setupRegistration } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { REGISTRATION, registrationRules } from '#lib/events/schema/edit/registration'
import { savedHref } from '#lib/events/schema/edit/saved'
import { check, typedValues } from '#lib/input'

/** Saves when and how people register. A refusal comes back with everything typed. */
export async function saveRegistration(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const eventId = values.eventId ?? ''
  const [head, current] = await Promise.all([setupHead(actor, eventId), setupRegistration(actor, eventId)])
  if (!head || !current) notFound()
  const checked = check(registrationRules, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const result = await editRegistration(actor, eventId, checked.value, values.shown ?? '')
  if (result.ok) redirect(savedHref(head.slug, 'registration', result.value.changed))
  switch (result.reason) {
    case 'order':
      return returned(before, values, { closesAt: 'closes-first' })
    case 'changed-meanwhile':
      return overtaken(before, values, { actor, eventId, fields: REGISTRATION, now: stampOf(current) })
    default:
      notFound()
  }
}
