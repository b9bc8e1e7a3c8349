import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { AnswerChanges, Changes } from '#components/attendee/changes'
import { Log } from '#components/ui/log'
import { offset, shortInstant } from '#lib/format'

type Entry = RecordProps['record']['history'][number]

/** What was done to the record, the latest first: when, what, by whom, and what was before and after. */
export async function RecordHistory({ record, event, labels, form, locale }: RecordProps) {
  const t = await getTranslations('desk.record.history')
  const status = await getTranslations('desk.status')
  return (
    <>
      <Log
        entries={record.history.map((entry) => ({
          key: entry.id,
          at: entry.at.toISOString(),
          when: shortInstant(entry.at, event.timeZone, locale),
          text: deed(entry),
          detail: (
            <>
              {doer(entry)}
              {entry.verb === 'attendee.correct' && <Changes entry={entry} labels={labels} />}
              {entry.verb === 'attendee.answer' && <AnswerChanges entry={entry} form={form} />}
              {entry.reason && <span className="log-detail">{t('reason', { reason: entry.reason })}</span>}
            </>
          ),
        }))}
      />
      <p className="record-none">
        {t('zone', { zone: event.timeZone, offset: offset(event.timeZone, record.updatedAt) })}
      </p>
    </>
  )

  function deed({ verb, after }: Entry): string {
    if (verb === 'attendee.register')
      return t('attendee.register', { status: after.status === 'waiting' ? status('waiting') : status('confirmed') })
    if (verb === 'file.read') return t('file.read')
    if (verb === 'message.retry') return t('message.retry')
    if (verb === 'message.stop') return t('message.stop')
    return t.has(verb) ? t(verb as 'attendee.confirm') : t('other', { verb })
  }

  function doer({ actorKind, by }: Entry): string {
    if (actorKind === 'user') return by ? t('byUser', { name: by }) : t('byFormer')
    return actorKind === 'system' ? t('bySystem') : t('byParticipant')
  }
}
