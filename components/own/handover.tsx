import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { ButtonLink } from '#components/ui/button'
import { SubmitButton } from '#components/ui/submit-button'
import { fullName } from '#lib/attendees/policy'
import { isFrozen } from '#lib/attendees/policy/stage'
import { participant } from '#lib/auth/session'
import { instant, offset } from '#lib/format'
import { keepOwnPlace } from '#lib/invitations/actions/handover'
import { ownHandover, refusedHandover } from '#lib/invitations/queries/handover'

/** The way to hand the place to a colleague; or to whom it goes, and the way back. */
export async function Handover({
  record,
  event,
  locale,
  institution,
}: Pick<OwnState, 'record' | 'event' | 'locale'> & { institution: string }) {
  if (record.status !== 'confirmed' || event.status !== 'published' || isFrozen(event, new Date())) return null
  const actor = await participant(record.token)
  const [t, open, refused] = await Promise.all([
    getTranslations('own.handover'),
    ownHandover(actor),
    refusedHandover(actor),
  ])
  if (!open)
    return (
      <>
        {refused && <p>{t(refused.outcome, { name: fullName(refused) })}</p>}
        <p className="actions">
          <ButtonLink href={`/r/${record.token}/handover`}>{t('open')}</ButtonLink>
        </p>
        <p className="own-hint">{t('openText', { institution })}</p>
      </>
    )
  const until = `${instant(open.expiresAt, event.timeZone, locale)} (${offset(event.timeZone, open.expiresAt)})`
  return (
    <form action={keepOwnPlace} className="own-handover">
      <h3>{t('state')}</h3>
      <p>{t('stateText', { name: fullName(open), email: open.email, until })}</p>
      <input type="hidden" name="token" value={record.token} />
      <SubmitButton variant="normal" pending={t('working')}>
        {t('takeBack')}
      </SubmitButton>
    </form>
  )
}
