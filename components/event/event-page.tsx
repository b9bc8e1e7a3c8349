import { getTranslations } from 'next-intl/server'
import { EventCover, type EventCoverProps } from '#components/event/event-cover'
import { EventSection } from '#components/event/event-section'
import { Funding, type FundingProps } from '#components/event/funding'
import { type Organizer, Organizers } from '#components/event/organizers'
import { Outline } from '#components/event/outline'
import { Prose } from '#components/event/prose'
import { RegisterDock } from '#components/event/register-dock'
import { registrationWords } from '#components/event/registration-words'
import { Share } from '#components/event/share'
import { Link } from '#components/ui/link'
import type { Localized } from '#lib/events/policy'

export type EventPageProps = EventCoverProps & {
  /** One sentence set large. */
  lead?: Localized
  /** HTML rendered from Markdown. */
  about?: Localized
  /** Markdown, in which lists with times are days. */
  outline?: Localized
  practical?: Localized
  contactEmail?: string
  /** The host first. */
  organizers: Organizer[]
  funding?: FundingProps
  /** Where the public list of participants stands, if there is one. */
  participants?: string
  shareUrl: string
}

/**
 * A public event, inside `<PublicFrame over>`: the cover, what it is about, what to know before coming, and on phones
 * the button again once the cover's has gone by.
 */
export async function EventPage({
  lead,
  about,
  outline,
  practical,
  contactEmail,
  organizers,
  funding,
  participants,
  shareUrl,
  ...cover
}: EventPageProps) {
  const [t, people, words] = await Promise.all([
    getTranslations('event'),
    getTranslations('people.list'),
    registrationWords(cover.registration),
  ])
  return (
    <>
      <EventCover {...cover} />
      <div className="event-body">
        {(lead?.text || about?.text) && (
          <EventSection title={t('about')} look="themes">
            {lead?.text && (
              <p className="event-lead" lang={lead.lang}>
                {lead.text}
              </p>
            )}
            {about?.text && <Prose html={about} />}
          </EventSection>
        )}
        {outline?.text && (
          <EventSection title={t('programme')} id="programme">
            <Outline outline={outline} />
          </EventSection>
        )}
        {(practical?.text || contactEmail) && (
          <EventSection title={t('practical')} id="practical" look="columns">
            {practical?.text && <Prose html={practical} />}
            {contactEmail && (
              <p className="event-contact">
                <strong>{t('questions')}</strong> <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </p>
            )}
          </EventSection>
        )}
        {(organizers.length > 0 || funding) && (
          <EventSection title={t('organizers')}>
            {organizers.length > 0 && <Organizers organizers={organizers} />}
            {funding && <Funding {...funding} />}
          </EventSection>
        )}
        {participants && (
          <EventSection title={people('title')} look="quiet">
            <p className="people-way">
              <Link href={participants}>{people('see')}</Link>
            </p>
          </EventSection>
        )}
        <EventSection title={t('share.title')} look="quiet">
          <Share url={shareUrl} title={cover.title.text} />
        </EventSection>
      </div>
      {words.button && !cover.registration.instead && (
        <RegisterDock
          href={cover.registration.href}
          button={words.button}
          words={words.short}
          note={words.note}
          label={words.button}
        />
      )}
    </>
  )
}
