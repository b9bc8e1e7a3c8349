import { getTranslations } from 'next-intl/server'
import type { AttendeeRecord } from '#components/attendee/attendee-record'
import type { EventOfDesk } from '#components/desk/desk-page'
import { fullName } from '#lib/attendees/policy'
import { attendeeRows } from '#lib/attendees/queries/list'
import type { Actor } from '#lib/auth/actor'
import { hasEnded } from '#lib/events/policy'
import type { Locale } from '#lib/i18n/locales'
import { successor } from '#lib/rosters/queries/seats'

/** What happens to somebody's place when it is given back, in a sentence: the question says it before it is asked. */
export async function consequenceOf(
  actor: Actor,
  event: EventOfDesk,
  record: AttendeeRecord,
  locale: Locale,
): Promise<string> {
  const t = await getTranslations('desk.record.act')
  const next = await successor(actor, event.id, record.id)
  if (next === 'no-seat') return record.status === 'waiting' ? t('leavesQueue', { name: fullName(record) }) : ''
  if (hasEnded(event, new Date())) return t('ended')
  if (next === 'none-waits') return t('nobodyWaits')
  if (next === 'nobody') return t('nobodyMoves')
  const [person] = await attendeeRows(actor, { eventId: event.id, locale, defaultLocale: event.defaultLocale }, [
    next.id,
  ])
  return person ? t('movesUp', { name: fullName(person) }) : t('nobodyMoves')
}
