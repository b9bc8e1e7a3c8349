import type { RegistrationState } from '#components/event/registration-state'
import { registrationWords } from '#components/event/registration-words'
import { Button, ButtonLink } from '#components/ui/button'
import { Places } from '#components/ui/places'

/** The button, or why there is none, and beside it how full the event is. */
export async function RegistrationAct(registration: RegistrationState) {
  const words = await registrationWords(registration)
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
