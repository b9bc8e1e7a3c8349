import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MessageMark } from '#components/mail/message-mark'
import { MessageNote } from '#components/mail/message-note'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { fullName } from '#lib/attendees/policy'
import { instant } from '#lib/format'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'
import type { MailRow } from '#lib/messages/queries/mail'
import type { MailText } from '#lib/messages/queries/mail-text'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** What is known of a message, and its text without the links that are its reader's alone. */
export async function MailSheet({
  message,
  text,
  event,
  locale,
  children,
}: {
  message: MailRow
  text: MailText | null
  event: { slug: string; timeZone: string }
  locale: Locale
  /** What can be done with it. */
  children: ReactNode
}) {
  const t = await getTranslations('mailings.mail')
  const name = fullName(message)
  return (
    <>
      <Facts
        layout="rows"
        facts={[
          {
            term: t('who'),
            value: message.attendeeId ? (
              <Link href={`/desk/${event.slug}/attendees/${message.attendeeId}`}>{name}</Link>
            ) : (
              name
            ),
          },
          { term: t('address'), value: message.email },
          { term: t('status'), value: <MessageMark status={message.status} /> },
          {
            term: t('note'),
            value: <MessageNote message={message} timeZone={event.timeZone} locale={locale} />,
          },
          { term: t('at'), value: instant(message.createdAt, event.timeZone, locale) },
          {
            term: t('mailing'),
            value: message.mailingId && (
              <Link href={mailingHref(event.slug, message.mailingId)}>{t('mailingShow')}</Link>
            ),
          },
        ]}
      />
      {children}
      {text?.readable ? (
        <section className="mail-text" aria-labelledby="mail-text">
          <h2 id="mail-text">{t('text')}</h2>
          <p className="field-hint">
            {t('textHint', { status: message.status, language: languageName(text.locale, locale) })}
          </p>
          <div className="mail-sheet" lang={text.locale}>
            <p className="mail-sheet-subject">{text.subject}</p>
            <div className="mail-sheet-text">{text.text}</div>
          </div>
        </section>
      ) : (
        <p className="field-hint">{text && t(`unreadable.${text.why}`)}</p>
      )}
    </>
  )
}
