'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { setupHead } from '#lib/events/queries/setup'
import { typedValues } from '#lib/input'
import { addReminder, removeReminder } from '#lib/messages/mutations/reminders'
import { LONGEST_BEFORE } from '#lib/messages/policy/reminders'
import { letterReturned } from '#lib/messages/queries/letter-told'
import { lettersHref } from '#lib/messages/schema/letter'

/** Sets a reminder; a number that will not do comes back. */
export async function saveReminder(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const head = await setupHead(actor, values.eventId ?? '')
  if (!head) notFound()
  const typed = values.daysBefore?.trim() ?? ''
  const result = await addReminder(actor, head.id, /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)
  if (result.ok) redirect(lettersHref(head.slug, 'added'))
  if (result.reason === 'not-found') notFound()
  const t = await getTranslations('messages')
  const error =
    result.reason === 'out-of-range' ? t('error.range', { most: LONGEST_BEFORE }) : t(`error.${result.reason}`)
  return letterReturned(before, values, { daysBefore: error }, () => t('reminders.field'))
}

export async function dropReminder(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const head = await setupHead(actor, values.eventId ?? '')
  const result = await removeReminder(actor, values.id ?? '')
  if (!head || (!result.ok && result.reason === 'not-found')) notFound()
  redirect(lettersHref(head.slug, result.ok ? 'removed' : 'late'))
}
