import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { attendeeTypes, events } from '#db/schema/events'
import { institutions } from '#db/schema/institutions'
import { isSealed, readSealed } from '#lib/attendees/policy/sealed'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

/**
 * What the form of an event is filled in with for whoever holds the link from a letter: the person's own words at an earlier event. Null when the link is not (or
 * no longer) good. Types are each event's own, consents are given anew, answers belong to their questions: none of them come along.
 */
export async function earlierValues(
  token: string,
  slug: string,
  locale: Locale,
  now = new Date(),
): Promise<Record<string, string> | null> {
  const [row] = await db()
    .select({
      eventId: events.id,
      linkVersion: attendees.linkVersion,
      email: attendees.email,
      title: attendees.title,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      nativeName: attendees.nativeName,
      position: attendees.position,
      phone: attendees.phone,
      countryCode: attendees.countryCode,
      institutionId: attendees.institutionId,
      institution: institutions.name,
    })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .innerJoin(events, and(eq(events.slug, slug), ne(events.id, attendees.eventId)))
    .where(eq(attendees.id, readSealed(token)?.id ?? ''))
  if (!row || !isSealed('earlier data', token, [row.linkVersion, row.eventId], now)) return null
  const { eventId, linkVersion: _, institution, ...person } = row
  const label = (await institutionLabels([row.institutionId], locale)).get(row.institutionId)
  const name = label?.name ?? institution
  return {
    ...person,
    typeId: await onlyType(eventId),
    institution: name,
    institutionFor: name,
    institutionPlace: label?.place ?? '',
  }
}

/** Where people come in one capacity only, it is chosen. */
async function onlyType(eventId: string): Promise<string> {
  const types = await db()
    .select({ id: attendeeTypes.id })
    .from(attendeeTypes)
    .where(eq(attendeeTypes.eventId, eventId))
  return types.length === 1 ? (types[0]?.id ?? '') : ''
}
