import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/invitation/record'
import { Log } from '#components/ui/log'
import { shortInstant } from '#lib/format'

/** The letters of an invitation and what became of them; where one was refused, in the words of the mail server. */
export async function InvitationLetters({ desk: { event, locale }, record }: RecordProps) {
  const t = await getTranslations('invitations.record')
  const at = (moment: Date | null) => (moment ? shortInstant(moment, event.timeZone, locale) : '')
  if (record.letters.length === 0) return <p className="record-none">{t('noLetters')}</p>
  return (
    <Log
      entries={record.letters.map(({ id, status, createdAt, sentAt, lastError }) => ({
        key: id,
        at: createdAt.toISOString(),
        when: at(createdAt),
        text: t('letter'),
        detail: (
          <span className={status === 'failed' ? 'record-bad' : undefined}>
            {t(`letterState.${status}`, { at: at(sentAt) })}
            {lastError && (status === 'failed' || status === 'retry') && (
              <span className="invitation-said">{t('serverSaid', { words: lastError })}</span>
            )}
          </span>
        ),
      }))}
    />
  )
}
