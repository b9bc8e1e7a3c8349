import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { changesInWords, type Labels } from '#lib/attendees/policy/changes'

type Entry = { before: Record<string, unknown>; after: Record<string, unknown> }

/** What a correction changed, a line a field. */
export async function Changes({ entry, labels }: { entry: Entry; labels: Labels }) {
  const [t, field] = await Promise.all([getTranslations('desk.record.history'), getTranslations('desk.field')])
  return changesInWords(entry, labels, { field: (name) => field(name), empty: t('empty') }).map((line) => (
    <span key={line.field} className="log-detail">
      {t('change', line)}
    </span>
  ))
}

/** Which answers were changed, a line each. Of sensitive ones no more than that. */
export async function AnswerChanges({
  entry,
  form,
}: {
  entry: RecordProps['record']['history'][number]
  form: RecordProps['form']
}) {
  const t = await getTranslations('desk.record.history')
  return form.changes(entry, t('empty')).map(({ id, silent, ...line }) => (
    <span key={id} className="log-detail log-answer">
      {silent ? t('changed', { field: line.field }) : t('change', line)}
    </span>
  ))
}
