import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventPage } from '#components/event/event-page'
import { PublicFrame } from '#components/frame/public-frame'
import { clockOf, factsOf } from '#components/registration/facts-of'
import type { Localized } from '#lib/events/policy'
import { publicEvent } from '#lib/events/queries'
import { readerLocale } from '#lib/i18n/locale'
import { markdown } from '#lib/markdown'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await publicEvent((await params).slug, await readerLocale())
  return event ? { title: event.texts.title.text, description: event.texts.lead.text || undefined } : {}
}

export default async function Event({ params }: Props) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  const { when, where, ...facts } = factsOf(event, locale)
  const { venue, lead, about, practical } = event.texts
  return (
    <PublicFrame
      over
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <EventPage
        {...facts}
        host={[event.host, event.programme].filter(Boolean).join(' · ')}
        when={{ text: when, detail: await clockOf(event, locale) }}
        where={{ text: where, detail: venue, gettingThere: practical.text !== '' }}
        lead={lead}
        about={rendered(about)}
        practical={rendered(practical)}
        contactEmail={event.contactEmail}
      />
    </PublicFrame>
  )
}

const rendered = ({ text, lang }: Localized): Localized => ({ text: markdown(text), lang })
