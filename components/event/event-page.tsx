import { getTranslations } from 'next-intl/server'
import { EventCover, type EventCoverProps } from '#components/event/event-cover'
import { EventSection } from '#components/event/event-section'
import { Prose } from '#components/event/prose'
import { RegisterDock } from '#components/event/register-dock'
import { registrationWords } from '#components/event/registration-words'
import type { Localized } from '#lib/events/policy'

export type EventPageProps = EventCoverProps & {
  /** One sentence set large. */
  lead?: Localized
  /** HTML rendered from Markdown. */
  about?: Localized
  practical?: Localized
  contactEmail?: string
}

/**
 * A public event, inside `<PublicFrame over>`: the cover, what it is about, what to know before coming, and on phones
 * the button again once the cover's has gone by.
 */
export async function EventPage({ lead, about, practical, contactEmail, ...cover }: EventPageProps) {
  const [t, words] = await Promise.all([getTranslations('event'), registrationWords(cover.registration)])
  return (
    <>
      <EventCover {...cover} />
      <div className="event-body">
        {(lead?.text || about?.text) && (
          <EventSection title={t('about')}>
            {lead?.text && (
              <p className="event-lead" lang={lead.lang}>
                {lead.text}
              </p>
            )}
            {about?.text && <Prose html={about} />}
          </EventSection>
        )}
        {(practical?.text || contactEmail) && (
          <EventSection title={t('practical')} id="practical" columns>
            {practical?.text && <Prose html={practical} />}
            {contactEmail && (
              <p className="event-contact">
                <strong>{t('questions')}</strong> <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </p>
            )}
          </EventSection>
        )}
      </div>
      {words.button && (
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
