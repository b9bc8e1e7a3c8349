import { getTranslations } from 'next-intl/server'
import type { LetterProps } from '#components/invitation/letter'
import { ButtonLink } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { type Status, StatusMark } from '#components/ui/status-mark'
import type { InvitationOutcome } from '#db/enums'
import { days, instant, offset } from '#lib/format'

const MARKS: Record<InvitationOutcome | 'over', Status> = {
  accepted: 'confirmed',
  declined: 'declined',
  expired: 'expired',
  withdrawn: 'cancelled',
  over: 'expired',
}

/** How an invitation ended, and what can still be done. The private link of a registration is in its letter alone. */
export async function InvitationEnded({
  ended,
  open,
  invitation,
  event,
  locale,
}: LetterProps & {
  ended: InvitationOutcome | 'over'
  /** Whether everybody may register now. */
  open: boolean
}) {
  const t = await getTranslations('invitations.page')
  const { title } = event.texts
  const here = `/e/${event.slug}`
  const still = open && ended !== 'accepted' && ended !== 'over'
  const text = t(invitation.handedOn && ended === 'withdrawn' ? 'ended.takenBack' : `ended.${ended}.text`, {
    at: instant(invitation.expiresAt, event.timeZone, locale),
    zone: offset(event.timeZone, invitation.expiresAt),
    day: days(event.endsOn, event.endsOn, locale),
  })
  return (
    <>
      <p className="cover-host">
        <Link href={here} lang={title.lang === locale ? undefined : title.lang}>
          {title.text}
        </Link>
      </p>
      <StatusMark status={MARKS[ended]}>{t(`ended.${ended}.word`)}</StatusMark>
      <h1>{t(`ended.${ended}.title`)}</h1>
      <p className="invitation-text">
        {text} {still && t('ended.open')}
      </p>
      <div className="invitation-acts">
        {ended === 'accepted' && <ButtonLink href="/link">{t('ended.sendLink')}</ButtonLink>}
        {still && (
          <ButtonLink variant="primary" href={`${here}/register`}>
            {t('ended.register')}
          </ButtonLink>
        )}
        <ButtonLink href={here}>{t('ended.toEvent')}</ButtonLink>
      </div>
      {event.contactEmail && (
        <p className="invitation-hint">
          {t.rich('ended.contact', {
            email: event.contactEmail,
            link: (chunks) => <a href={`mailto:${event.contactEmail}`}>{chunks}</a>,
          })}
        </p>
      )}
    </>
  )
}
