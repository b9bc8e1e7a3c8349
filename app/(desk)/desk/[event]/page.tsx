import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

/** An event's desk begins with its attendees. */
export default async function EventDeskPage({ params }: { params: Promise<{ event: string }> }) {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, (await params).event, await readerLocale())
  if (!event) notFound()
  redirect(`/desk/${event.slug}/attendees`)
}
