'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { editFacts } from '#lib/events/mutations/facts'
import type { SetupState } from '#lib/events/policy/form-state'
import { stampOf } from '#lib/events/policy/stamp'
import { setupFacts } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { FACTS, facts } from '#lib/events/schema/edit/facts'
import { savedHref } from '#lib/events/schema/edit/saved'
import { check, typedValues } from '#lib/input'

/** Saves the facts of an event. A refusal comes back with everything typed. */
export async function saveFacts(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const eventId = values.eventId ?? ''
  const current = await setupFacts(actor, eventId)
  if (!current) notFound()
  const checked = check(facts, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const result = await editFacts(actor, eventId, checked.value, values.shown ?? '')
  if (result.ok) redirect(savedHref(checked.value.slug, 'facts', result.value.changed))
  switch (result.reason) {
    case 'slug-taken':
      return returned(before, values, { slug: result.reason })
    case 'changed-meanwhile':
      return overtaken(before, values, { actor, eventId, fields: FACTS, now: stampOf(current) })
    default:
      notFound()
  }
}
