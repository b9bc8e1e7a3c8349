import { getTranslations } from 'next-intl/server'
import { changesInWords, type Labels } from '#lib/rosters/policy/changes'

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
