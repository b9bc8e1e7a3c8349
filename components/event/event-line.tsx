import { CoverPicture } from '#components/event/cover-picture'
import type { RegistrationState } from '#components/event/registration-state'
import { registrationWords } from '#components/event/registration-words'
import { Link } from '#components/ui/link'
import { Places } from '#components/ui/places'
import type { Localized } from '#lib/events/policy'

export type EventLineProps = {
  seed: string
  /** The event's page. */
  href: string
  /** The address of the event's own cover. */
  cover?: string
  title: Localized
  subtitle?: Localized
  when: string
  where?: string
  /** Left out of an event that is over. */
  registration?: RegistrationState
}

/** One event in the list. */
export async function EventLine({ href, cover, title, subtitle, when, where, registration }: EventLineProps) {
  const words = registration && (await registrationWords(registration))
  return (
    <li className="event-line">
      <p className="event-line-when">
        {when}
        {where && <span>{where}</span>}
      </p>
      <div>
        <h2>
          <Link href={href} lang={title.lang}>
            {title.text}
          </Link>
        </h2>
        {subtitle?.text && (
          <p className="event-line-subtitle" lang={subtitle.lang}>
            {subtitle.text}
          </p>
        )}
        {words && (
          <p className="event-line-state">
            <strong className={words.pressing ? 'pressing' : undefined}>{words.main}</strong>
            {words.note && (
              <span>
                {'\u00a0· '}
                {words.note}
              </span>
            )}
          </p>
        )}
        {words?.button && registration?.places && (
          <Places
            taken={registration.places.taken}
            held={registration.places.held}
            capacity={registration.places.capacity}
          />
        )}
      </div>
      {cover && <CoverPicture src={cover} sizes="10rem" />}
    </li>
  )
}
