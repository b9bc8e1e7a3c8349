import { getTranslations } from 'next-intl/server'
import { AnswerActs } from '#components/invitation/answer-acts'
import type { LetterProps } from '#components/invitation/letter'
import type { factsOf } from '#components/registration/facts-of'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import { clockInWords } from '#lib/events/policy/when'
import { instant, offset } from '#lib/format'
import { inviteeName } from '#lib/invitations/policy/name'

/** Who is invited to what, when and where, as what and until when, and the two answers. */
export async function OpenInvitation({
  facts,
  token,
  invitation,
  event,
  locale,
  wait,
}: LetterProps & { facts: ReturnType<typeof factsOf> }) {
  const t = await getTranslations('invitations.page')
  const { givenName, familyName, note, holds, expiresAt } = invitation
  const { title, venue } = event.texts
  const type = event.types.find(({ id }) => id === invitation.typeId)
  const foreign = (lang: string) => (lang === locale ? undefined : lang)
  const named = givenName || familyName
  return (
    <>
      {event.host && <p className="cover-host">{event.host}</p>}
      <h1>{named ? t('title', { name: inviteeName(invitation) }) : t('titleUnnamed')}</h1>
      <p className="cover-subtitle">
        <Link href={facts.href} lang={foreign(title.lang)}>
          {title.text}
        </Link>
      </p>
      {wait > 0 && <Notice tone="error">{t('wait', { minutes: wait })}</Notice>}
      {note && (
        <blockquote className="invitation-words" lang={foreign(invitation.locale)}>
          {note}
        </blockquote>
      )}
      <Facts
        className="cover-facts"
        facts={[
          {
            term: t('when'),
            value: (
              <>
                <strong>{facts.when}</strong>
                <span className="cover-detail">{clockInWords(event, locale)}</span>
              </>
            ),
          },
          {
            term: t('where'),
            value: facts.where && (
              <>
                <strong>{facts.where}</strong>
                <span className="cover-detail" lang={foreign(venue.lang)}>
                  {venue.text}
                </span>
              </>
            ),
          },
          { term: t('as'), value: type && <strong lang={foreign(type.lang)}>{type.name}</strong> },
          {
            term: t(holds ? 'held' : 'until'),
            value: (
              <strong>
                {t('at', {
                  at: instant(expiresAt, event.timeZone, locale),
                  zone: offset(event.timeZone, expiresAt),
                })}
              </strong>
            ),
          },
        ]}
      />
      <AnswerActs token={token} holds={holds && !invitation.handedOn} />
      <p className="invitation-hint">
        {t('hint')} <Link href={facts.href}>{t('about')}</Link>
      </p>
    </>
  )
}
