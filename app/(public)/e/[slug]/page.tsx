import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventData } from '#components/event/event-data'
import { EventPage } from '#components/event/event-page'
import { jsonLdOf } from '#components/event/json-ld-of'
import { eventMetadata, type Query } from '#components/event/page-metadata'
import { PublicFrame } from '#components/frame/public-frame'
import { clockOf, factsOf } from '#components/registration/facts-of'
import { env } from '#lib/env'
import type { Localized } from '#lib/events/policy'
import { inLanguage } from '#lib/events/policy/address'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { markdown } from '#lib/markdown'

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
  const now = new Date()
  const { when, where, ...facts } = factsOf(event, locale, now)
  const { venue, lead, about, outline, practical } = event.texts
  return (
    <PublicFrame
      over
      alone
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <EventData json={jsonLdOf(event, locale, now)} />
      <EventPage
        {...facts}
        host={[event.host, event.programme].filter(Boolean).join(' · ')}
        when={{ text: when, detail: await clockOf(event, locale) }}
        where={{ text: where, detail: venue, gettingThere: practical.text !== '' }}
        lead={lead}
        about={rendered(about)}
        outline={outline}
        practical={rendered(practical)}
        contactEmail={event.contactEmail}
        organizers={event.organizers.map((organizer, i) => ({ ...organizer, isHost: i === 0 && event.host !== '' }))}
        funding={event.funder ? { ...event, funder: event.funder } : undefined}
        shareUrl={env().url + inLanguage(facts.href, locale)}
      />
    </PublicFrame>
  )
}

const rendered = ({ text, lang }: Localized): Localized => ({ text: markdown(text), lang })
