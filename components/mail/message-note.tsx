import { getTranslations } from 'next-intl/server'
import type { OutboxStatus } from '#db/enums'
import { shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { readError } from '#lib/outbox/policy'

type Message = {
  status: OutboxStatus
  attempts: number
  sentAt: Date | null
  dueAt: Date
  lastError: string | null
  doubtfulAt: Date | null
}

/** When it went or goes, why it has not, and what the mail server said, in its words. */
export async function MessageNote({
  message: { status, attempts, sentAt, dueAt, lastError, doubtfulAt },
  timeZone,
  locale,
}: {
  message: Message
  timeZone: string
  locale: Locale
}) {
  const t = await getTranslations('mailings.message')
  const at = (when: Date) => shortInstant(when, timeZone, locale)
  const { reason, words } = readError(status === 'sent' ? '' : (lastError ?? ''))
  return (
    <span className="message-note">
      {status === 'sent' && sentAt && <span>{at(sentAt)}</span>}
      {status === 'retry' && (
        <span>{attempts > 0 ? t('next', { at: at(dueAt), count: attempts }) : t('nextOnly', { at: at(dueAt) })}</span>
      )}
      {reason && <span>{t(`reason.${reason}`)}</span>}
      {words && <q lang="en">{words}</q>}
      {doubtfulAt && <span className="message-doubt">{t('doubtful')}</span>}
    </span>
  )
}
