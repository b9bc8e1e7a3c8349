import { getTranslations } from 'next-intl/server'
import { EventData } from '#components/event/event-data'
import { EventPage } from '#components/event/event-page'
import { jsonLdOf } from '#components/event/json-ld-of'
import { factsOf } from '#components/registration/facts-of'
import { env } from '#lib/env'
import type { Localized } from '#lib/events/policy'
import { inLanguage } from '#lib/events/policy/address'
import { clockInWords } from '#lib/events/policy/when'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { codesWork } from '#lib/invitations/queries/offered'
import { markdown } from '#lib/markdown'

/** The public page of an event from what is known of it. A preview says nothing to search engines, and its button leads nowhere. */
export async function EventOnPage({
  event,
  locale,
  preview = false,
}: {
  event: PublicEvent
  locale: Locale
  preview?: boolean
}) {
  const now = new Date()
  const { when, hours: _, where, registration, ...facts } = factsOf(event, locale, now)
  const { venue, address, lead, about, outline, practical } = event.texts
  const [t, codes] = await Promise.all([getTranslations('setup.life.preview'), codesWork(event.id, now)])
  return (
    <>
      {!preview && <EventData json={jsonLdOf(event, locale, now)} />}
      <EventPage
        {...facts}
        registration={preview ? { ...registration, instead: t('note') } : { ...registration, codes }}
        host={[event.host, event.programme].filter(Boolean).join(' · ')}
        when={{
          text: when,
          detail: clockInWords(event, locale),
          calendar: preview ? undefined : inLanguage(`${facts.href}/event.ics`, locale),
        }}
        where={{ text: where, detail: venue, address, gettingThere: practical.text !== '' }}
        lead={lead}
        about={rendered(about)}
        outline={outline}
        practical={rendered(practical)}
        contactEmail={event.contactEmail}
        organizers={event.organizers.map((organizer, i) => ({ ...organizer, isHost: i === 0 && event.host !== '' }))}
        funding={event.funder ? { ...event, funder: event.funder } : undefined}
        participants={!preview && event.listVisibility === 'public' ? `${facts.href}/participants` : undefined}
        shareUrl={env().url + inLanguage(facts.href, locale)}
      />
    </>
  )
}

const rendered = ({ text, lang }: Localized): Localized => ({ text: markdown(text), lang })
