import type { RegistrationState } from '#components/event/registration-state'
import { registrationWords } from '#components/event/registration-words'
import { ButtonLink } from '#components/ui/button'
import { Places } from '#components/ui/places'

/** The button, or why there is none, and beside it how full the event is. */
export async function RegistrationAct(registration: RegistrationState) {
  const words = await registrationWords(registration)
  return (
    <div className="cover-act">
      {words.button && (
        <ButtonLink variant="primary" size="big" href={registration.href} id="register">
          {words.button}
        </ButtonLink>
      )}
      <div>
        <p>
          <strong className={words.pressing ? 'pressing' : undefined}>{words.main}</strong>
          {words.note && <span className="text-ink-soft"> · {words.note}</span>}
        </p>
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
