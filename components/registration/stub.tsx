import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'
import { registrationWords } from '#components/event/registration-words'
import { Ornament } from '#components/ornament/ornament'
import { Link } from '#components/ui/link'
import { Places } from '#components/ui/places'
import type { Localized } from '#lib/events/policy'

export type StubProps = {
  seed: string
  href: string
  title: Localized
  when: string
  /** From when to when, by which clock; empty of whole days. */
  hours?: string
  where?: string
  /** None where it is no matter: whoever is invited comes all the same. */
  registration?: RegistrationState
}

/** The event beside its form, as the part of a ticket one keeps: which, when, where, how many places are left. */
export async function Stub({ seed, href, title, when, hours, where, registration }: StubProps) {
  const t = await getTranslations('event')
  return (
    <section className="stub" aria-label={t('theEvent')}>
      <Ornament seed={seed} shape="strip" />
      <p className="title stub-title">
        <Link href={href} lang={title.lang}>
          {title.text}
        </Link>
      </p>
      <p className="stub-facts">
        {when}
        {hours && <span>{hours}</span>}
        {where && <span>{where}</span>}
      </p>
      {registration && <StubPlaces {...registration} />}
    </section>
  )
}

async function StubPlaces(registration: RegistrationState) {
  const words = await registrationWords(registration)
  const { places } = registration
  return (
    <div className="stub-places">
      <p>
        <strong className={words.pressing ? 'pressing' : undefined}>{words.main}</strong>
      </p>
      {places && <Places taken={places.taken} held={places.held} capacity={places.capacity} />}
    </div>
  )
}
