import { notFound } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent, typesOf } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

export type Query = Promise<Record<string, string | string[] | undefined>>

export type InvitationDesk = Awaited<ReturnType<typeof load>>

/** The event of a page about invitations, for those who may read it; for all others there is no such page. */
export async function load(slug: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  if (!event) notFound()
  const types = await typesOf(event.id, locale, event.defaultLocale)
  return { signedIn: { actor, person }, locale, event, types }
}

/** The same where one decides: for organizers alone. */
export async function loadToDecide(slug: string) {
  const desk = await load(slug)
  if (!desk.event.mayDecide) notFound()
  return desk
}
