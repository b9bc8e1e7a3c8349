'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import type { SetupState, Values } from '#lib/events/policy/form-state'
import { stampOf } from '#lib/events/policy/stamp'
import { setupHead } from '#lib/events/queries/setup'
import { textName } from '#lib/events/schema/edit/texts'
import { isLocale, LOCALES, type Locale } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'
import { sendTestCopy } from '#lib/messages/mutations/test-copy'
import { editWording, resetWording } from '#lib/messages/mutations/wording'
import { isLetter } from '#lib/messages/policy/kinds'
import { wordingsOf } from '#lib/messages/queries/desk'
import {
  letterOvertaken,
  letterPreviews,
  letterReturned,
  wordingErrors,
  wordingLabels,
} from '#lib/messages/queries/letter-told'
import type { Wording } from '#lib/messages/queries/wording'
import { letterHref, wording } from '#lib/messages/schema/letter'

/** Saves how a letter is worded, or shows how it would look. A refusal comes back with everything typed. */
export async function saveWording(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const { do: deed, ...values } = typedValues(form)
  const { head, kind } = await opened(values)
  const label = await wordingLabels()
  const checked = check(wording, values)
  const errors = await wordingErrors(kind, values, checked.ok ? {} : checked.errors)
  const shown = (state: SetupState) => withPreviews(state, head.id, kind)
  if (deed === 'preview' || !checked.ok || Object.keys(errors).length > 0)
    return shown(await letterReturned(before, values, errors, label))
  const result = await editWording(actor, head.id, kind, checked.value, values.shown ?? '')
  if (result.ok) redirect(letterHref(head.slug, kind, result.value.changed ? 'saved' : 'unchanged'))
  const current = result.reason === 'changed-meanwhile' ? await wordingsOf(actor, head.id, kind) : null
  if (!current) notFound()
  return shown(await letterOvertaken(before, values, head, kind, stampOf(current)))
}

/** Goes back to the wording that Serai brings. */
export async function restoreWording(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { head, kind } = await opened(typedValues(form))
  const result = await resetWording(actor, head.id, kind)
  if (!result.ok) notFound()
  redirect(letterHref(head.slug, kind, result.value.changed ? 'reset' : 'unchanged'))
}

/** A copy of the saved wording to whoever asks. */
export async function tryLetter(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const { head, kind } = await opened(values)
  const locale = isLocale(values.language) ? values.language : LOCALES[0]
  const result = await sendTestCopy(actor, head.id, { kind, attendeeId: values.testAs || null, locale })
  if (!result.ok) notFound()
  redirect(letterHref(head.slug, kind, 'tested'))
}

async function opened(values: Values) {
  const { actor } = await signedIn()
  const { eventId = '', kind = '' } = values
  const head = await setupHead(actor, eventId)
  if (!head || !isLetter(kind)) notFound()
  return { head, kind }
}

async function withPreviews(
  state: SetupState,
  eventId: string,
  kind: Parameters<typeof letterPreviews>[1],
): Promise<SetupState> {
  const { values } = state
  const typed = (field: string, locale: Locale) => values[textName(field, locale)] ?? ''
  const words = Object.fromEntries(
    LOCALES.map((locale) => [locale, { subject: typed('subject', locale), body: typed('body', locale) }]),
  ) as Record<Locale, Wording>
  return { ...state, previews: await letterPreviews(eventId, kind, words, values.as ?? '') }
}
