'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { editTexts } from '#lib/events/mutations/texts'
import type { SetupState, Values } from '#lib/events/policy/form-state'
import { stampOf } from '#lib/events/policy/stamp'
import { setupHead, setupTexts } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { savedHref } from '#lib/events/schema/edit/saved'
import { MARKDOWN_FIELDS, TEXT_FIELDS, textName, texts } from '#lib/events/schema/edit/texts'
import { LOCALES } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'
import { markdown } from '#lib/markdown'

const names = (fields: readonly string[]) => fields.flatMap((field) => LOCALES.map((locale) => textName(field, locale)))

/** Saves the texts of an event, or shows how they would look. A refusal comes back with everything typed. */
export async function saveTexts(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const { do: deed, ...values } = typedValues(form)
  const eventId = values.eventId ?? ''
  const [head, current] = await Promise.all([setupHead(actor, eventId), setupTexts(actor, eventId)])
  if (!head || !current) notFound()
  if (deed === 'preview') return withPreviews(await returned(before, values))
  const checked = check(texts, values)
  if (!checked.ok) return withPreviews(await returned(before, values, checked.errors))
  const result = await editTexts(actor, eventId, checked.value, values.shown ?? '')
  if (result.ok) redirect(savedHref(head.slug, 'texts', result.value.changed))
  if (result.reason === 'not-found') notFound()
  const fields = ['defaultLocale', ...names(TEXT_FIELDS)]
  return withPreviews(await overtaken(before, values, { actor, eventId, fields, now: stampOf(current) }))
}

const withPreviews = (state: SetupState): SetupState => ({ ...state, previews: rendered(state.values) })

const rendered = (values: Values): Values =>
  Object.fromEntries(names(MARKDOWN_FIELDS).map((name) => [name, markdown(values[name] ?? '')]))
