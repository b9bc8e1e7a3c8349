import { getTranslations } from 'next-intl/server'
import { RecordAnswers } from '#components/attendee/record-answers'
import { RecordFacts } from '#components/attendee/record-facts'
import { RecordHistory } from '#components/attendee/record-history'
import { RecordConsents, RecordMessages } from '#components/attendee/record-sent'
import { Section } from '#components/attendee/section'
import type { EventOfDesk } from '#components/desk/desk-page'
import type { Labels } from '#lib/attendees/policy/changes'
import type { attendeeRecord } from '#lib/attendees/queries/one'
import type { Locale } from '#lib/i18n/locales'
import type { RecordForm } from '#lib/rosters/queries/answers'

export type AttendeeRecord = NonNullable<Awaited<ReturnType<typeof attendeeRecord>>>
export type RecordProps = {
  record: AttendeeRecord
  event: EventOfDesk
  labels: Labels
  form: RecordForm
  locale: Locale
}

/** Everything known of somebody: the person on the left, what happened on the right. */
export async function AttendeeRecordView(props: RecordProps) {
  const t = await getTranslations('desk.record.sections')
  return (
    <div className="record">
      <div>
        <RecordFacts {...props} />
        <RecordAnswers {...props} />
        <Section title={t('consents')}>
          <RecordConsents {...props} />
        </Section>
      </div>
      <div>
        <Section title={t('history')}>
          <RecordHistory {...props} />
        </Section>
        <Section title={t('messages')}>
          <RecordMessages {...props} />
        </Section>
      </div>
    </div>
  )
}
