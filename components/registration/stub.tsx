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
  where?: string
  registration: RegistrationState
}

/** The event beside its form, as the part of a ticket one keeps: which, when, where, how many places are left. */
export async function Stub({ seed, href, title, when, where, registration }: StubProps) {
  const [t, words] = await Promise.all([getTranslations('event'), registrationWords(registration)])
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
        {where && <span>{where}</span>}
      </p>
      <div className="stub-places">
        <p>
          <strong className={words.pressing ? 'pressing' : undefined}>{words.main}</strong>
        </p>
        {registration.places && (
          <Places
            taken={registration.places.taken}
            held={registration.places.held}
            capacity={registration.places.capacity}
          />
        )}
      </div>
    </section>
  )
}
