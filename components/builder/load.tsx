import { notFound } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent, typesOf } from '#lib/events/queries/event'
import { editedForm } from '#lib/forms/queries/edit'
import { readerLocale } from '#lib/i18n/locale'

export type Query = Record<string, string | string[] | undefined>

/** The form of an event for those who decide on it; for all others there is no such page. */
export async function load(slug: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const form = event?.mayDecide ? await editedForm(actor, event.id) : null
  if (!event || !form) notFound()
  return {
    signedIn: { actor, person },
    locale,
    event,
    form,
    types: await typesOf(event.id, locale, event.defaultLocale),
  }
}
