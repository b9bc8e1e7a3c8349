'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { saveNotice } from '#lib/events/mutations/notice'
import type { SetupState } from '#lib/events/policy/form-state'
import { noticeStamp } from '#lib/events/policy/stamp'
import { setupHead, setupNotice } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { noticeBodies } from '#lib/events/schema/edit/notice'
import { savedHref } from '#lib/events/schema/edit/saved'
import { textName } from '#lib/events/schema/edit/texts'
import { LOCALES } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'
import { markdown } from '#lib/markdown'

/** Saves a new version of the privacy notice, or shows how it would look. A refusal comes back with everything typed. */
export async function keepNotice(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const { do: deed, ...values } = typedValues(form)
  const eventId = values.eventId ?? ''
  const [head, versions] = await Promise.all([setupHead(actor, eventId), setupNotice(actor, eventId)])
  if (!head || !versions) notFound()
  if (deed === 'preview') return withPreviews(await returned(before, values))
  const checked = check(noticeBodies(head.defaultLocale), values)
  if (!checked.ok) return withPreviews(await returned(before, values, checked.errors))
  const result = await saveNotice(actor, eventId, checked.value, values.shown ?? '')
  if (result.ok) redirect(savedHref(head.slug, 'notice', result.value.changed))
  if (result.reason === 'not-found') notFound()
  const since = { actor, eventId, fields: ['noticeVersion'], now: noticeStamp(versions) }
  return withPreviews(await overtaken(before, values, since))
}

const withPreviews = (state: SetupState): SetupState => ({
  ...state,
  previews: Object.fromEntries(
    LOCALES.map((locale) => textName('notice', locale)).map((name) => [name, markdown(state.values[name] ?? '')]),
  ),
})
