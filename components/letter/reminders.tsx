import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { EditAct } from '#components/setup/edit-act'
import { EditForm } from '#components/setup/edit-form'
import type { Actor } from '#lib/auth/actor'
import { hasBegun } from '#lib/events/policy'
import { instant, offset } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { dropReminder, saveReminder } from '#lib/messages/actions/reminders'
import { remindersOf } from '#lib/messages/queries/desk'

/** When those who have a place are reminded; what went, and what will. */
export async function Reminders({
  actor,
  event,
  locale,
  at,
  now,
}: {
  actor: Actor
  event: EventOfDesk
  locale: Locale
  /** Of the last act, so that the form is made anew after each. */
  at: string
  now: Date
}) {
  const [found, t] = await Promise.all([remindersOf(actor, event.id), getTranslations('messages')])
  if (!found) notFound()
  const moment = (time: Date) => `${instant(time, event.timeZone, locale)} (${offset(event.timeZone, time)})`
  const over = hasBegun(event, now)
  return (
    <section className="edit-part" aria-labelledby="reminders">
      <h2 id="reminders">{t('reminders.title')}</h2>
      <p className="edit-hint">{t('reminders.lead', { people: found.people })}</p>
      {found.rows.length === 0 && <p className="edit-hint">{t('reminders.none')}</p>}
      <ul className="edit-rows">
        {found.rows.map((row) => {
          const days = { days: row.daysBefore }
          return (
            <li key={row.id}>
              <div className="edit-names">
                <span className="edit-name">{t('reminders.days', days)}</span>
                <span className="edit-hint">
                  {row.sentAt
                    ? t('reminders.sent', { at: moment(row.sentAt) })
                    : t(over ? 'reminders.past' : 'reminders.due', { at: moment(row.at) })}
                </span>
              </div>
              {!row.sentAt && (
                <div className="edit-acts">
                  <EditAct
                    action={dropReminder}
                    fields={{ eventId: event.id, id: row.id }}
                    says={t('reminders.removeOne', days)}
                    pending={t('working')}
                  >
                    {t('reminders.remove')}
                  </EditAct>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {!over && (
        <EditForm
          key={`${found.rows.length} ${at}`}
          label={t('reminders.formLabel')}
          action={saveReminder}
          words={{
            save: t('reminders.add'),
            saving: t('working'),
            conflictTitle: t('conflictTitle'),
            conflictText: t('conflictText'),
          }}
          values={{ eventId: event.id, daysBefore: '' }}
          parts={[
            {
              key: 'reminder',
              rows: [[{ kind: 'number', name: 'daysBefore', label: t('reminders.field') }]],
            },
          ]}
        />
      )}
    </section>
  )
}
