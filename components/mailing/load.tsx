import 'server-only'
import { notFound } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import { mailingRecord } from '#lib/messages/queries/mailings'

/** What every page of one letter begins with. */
export async function loadMailing({ event: slug, id }: { event: string; id: string }) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const mailing = event && (await mailingRecord(actor, event.id, id))
  if (!event || !mailing) notFound()
  const at = mailing.scheduledFor
  const when = at ? `${instant(at, event.timeZone, locale)} (${offset(event.timeZone, at)})` : ''
  const main = mailing.texts.find((text) => text.locale === event.defaultLocale) ?? mailing.texts[0]
  const subject = (mailing.texts.find((text) => text.locale === locale) ?? main)?.subject ?? ''
  return { actor, person, locale, event, mailing, when, subject }
}
