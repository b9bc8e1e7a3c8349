import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventOnPage } from '#components/event/event-on-page'
import { eventMetadata, type Query } from '#components/event/page-metadata'
import { PublicFrame } from '#components/frame/public-frame'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  return event ? eventMetadata(event, locale, searchParams) : {}
}

export default async function Event({ params }: Props) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  return (
    <PublicFrame
      over
      alone
      accent={event.accent}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <EventOnPage event={event} locale={locale} />
    </PublicFrame>
  )
}
