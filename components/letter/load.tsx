import { notFound } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { isLetter } from '#lib/messages/policy/kinds'

/** Only those who may decide word letters; for all others there is no such page. */
export async function loadLetters(slug: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  if (!event?.mayDecide) notFound()
  return { actor, person, locale, event }
}

export async function loadLetter({ event: slug, kind }: { event: string; kind: string }) {
  if (!isLetter(kind)) notFound()
  return { ...(await loadLetters(slug)), kind }
}
