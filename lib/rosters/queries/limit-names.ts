import 'server-only'
import { namesOf } from '#lib/attendees/queries/limits'
import type { Locale } from '#lib/i18n/locales'
import type { LimitState } from '#lib/rosters/policy/turns'

/** What limits are for, in the reader's language: `University X`, `Faculty and Researcher`; nothing for those of the event and of codes. */
export async function limitNames(
  event: { id: string; defaultLocale: string },
  limits: readonly LimitState[],
  locale: Locale,
): Promise<(limit: LimitState) => string> {
  const named = limits.flatMap(({ subject, subjectIds }) => subjectIds.map((subjectId) => ({ subject, subjectId })))
  const name = await namesOf(event, named, locale)
  const list = new Intl.ListFormat(locale)
  return ({ subject, subjectIds }) => list.format(subjectIds.map((id) => name(subject, id)).filter(Boolean))
}
