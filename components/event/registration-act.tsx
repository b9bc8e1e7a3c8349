import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'
import { registrationWords } from '#components/event/registration-words'
import { Button, ButtonLink } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { Places } from '#components/ui/places'

/** The button, or why there is none, and beside it how full the event is. */
export async function RegistrationAct(registration: RegistrationState) {
  const [words, t] = await Promise.all([registrationWords(registration), getTranslations('invitations.form')])
  return (
    <div className="cover-act">
      {words.button && registration.instead && (
        <Button variant="primary" size="big" disabled>
          {words.button}
        </Button>
      )}
      {words.button && !registration.instead && (
        <ButtonLink variant="primary" size="big" href={registration.href} id="register">
          {words.button}
        </ButtonLink>
      )}
      <div>
        <p>
          <strong className={words.pressing ? 'pressing' : undefined}>{words.main}</strong>
          {words.note && (
            <span className="text-ink-soft">
              {'\u00a0· '}
              {words.note}
            </span>
          )}
        </p>
        {registration.codes && !words.button && (
          <p className="cover-code">
            <Link href={`${registration.href}#have-code`}>{t('have')}</Link>
          </p>
        )}
        {registration.instead && words.button && <p className="text-ink-soft">{registration.instead}</p>}
        {registration.places && words.button && (
          <Places
            taken={registration.places.taken}
            held={registration.places.held}
            capacity={registration.places.capacity}
          />
        )}
      </div>
    </div>
  )
}
