import 'server-only'
import { getTranslations } from 'next-intl/server'
import { changesInWords } from '#lib/attendees/policy/changes'
import { labelsOf } from '#lib/attendees/queries/labels'
import type { attendeeRecord } from '#lib/attendees/queries/one'
import { shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { recordForm } from '#lib/rosters/queries/answers'

type Event = { id: string; defaultLocale: string; timeZone: string }
type Recorded = NonNullable<Awaited<ReturnType<typeof attendeeRecord>>>
export type SavedMeanwhile = { key: string; title: string; changes: string[] }

/** What others did to the record after an instant (ms), the latest first, in the reader's words. */
export async function savedSince(
  event: Event,
  record: Recorded,
  since: number,
  locale: Locale,
): Promise<SavedMeanwhile[]> {
  const [t, field, labels, form] = await Promise.all([
    getTranslations('desk.record.history'),
    getTranslations('desk.field'),
    labelsOf(event, record, locale),
    recordForm(event, record, locale),
  ])
  return record.history
    .filter((entry) => entry.at.getTime() > since)
    .map((entry) => {
      const deed = t.has(entry.verb) ? t(entry.verb as 'attendee.confirm') : t('other', { verb: entry.verb })
      const when = shortInstant(entry.at, event.timeZone, locale)
      const changes =
        entry.verb === 'attendee.answer'
          ? form.changes(entry, t('empty'))
          : changesInWords(entry, labels, { field: (name) => field(name), empty: t('empty') })
      return {
        key: entry.id,
        title: [when, deed, entry.by && t('byUser', { name: entry.by })].filter(Boolean).join(', '),
        changes: changes.map((line) =>
          'silent' in line && line.silent ? t('changed', { field: line.field }) : t('change', { ...line }),
        ),
      }
    })
}
