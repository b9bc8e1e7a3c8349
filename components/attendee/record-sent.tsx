import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Link } from '#components/ui/link'
import { Log } from '#components/ui/log'
import { instant, shortInstant } from '#lib/format'
import { languageName } from '#lib/i18n/languages'

/** The messages written to somebody and what became of them. */
export async function RecordMessages({ record, event, locale }: RecordProps) {
  const [t, mail] = await Promise.all([getTranslations('desk.record'), getTranslations('mailings.mail')])
  const at = (when: Date | null) => (when ? shortInstant(when, event.timeZone, locale) : '')
  if (record.messages.length === 0) return <p className="record-none">{t('message.none')}</p>
  return (
    <>
      <Log
        entries={record.messages.map(({ id, kind, status, createdAt, sentAt }) => ({
          key: id,
          at: createdAt.toISOString(),
          when: at(createdAt),
          text: <Link href={`/desk/${event.slug}/mail/${id}`}>{t(`message.${kind}`)}</Link>,
          detail: (
            <span className={status === 'failed' ? 'record-bad' : undefined}>
              {t(`messageState.${status}`, { at: at(sentAt) })}
            </span>
          ),
        }))}
      />
      <p className="record-none">
        <Link href={`/desk/${event.slug}/mail?attendee=${record.id}`}>{mail('ofPerson')}</Link>
      </p>
    </>
  )
}

/** To what somebody agreed, in which words and language, and when. */
export async function RecordConsents({ record, event, form, locale }: RecordProps) {
  const t = await getTranslations('desk.record.consent')
  const at = (when: Date) => instant(when, event.timeZone, locale)
  const labelOf = (questionId: string | null) => form.label(questionId)?.text
  if (record.consents.length === 0) return <p className="record-none">{t('none')}</p>
  return (
    <ul className="record-consents">
      {record.consents.map((consent) => (
        <li key={`${consent.purpose} ${consent.questionId} ${consent.givenAt.getTime()}`}>
          <strong>{consent.purpose === 'question' ? labelOf(consent.questionId) : t(consent.purpose)}</strong>
          <q lang={consent.locale === locale ? undefined : consent.locale}>{consent.wording}</q>
          <span>
            {[
              consent.version !== null && t('version', { version: consent.version }),
              languageName(consent.locale, locale),
              t('given', { at: at(consent.givenAt) }),
              consent.withdrawnAt && t('withdrawn', { at: at(consent.withdrawnAt) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
