import 'server-only'
import { and, asc, count, eq, exists, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees, consents } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { institutions } from '#db/schema/institutions'
import { fullName } from '#lib/attendees/policy'
import type { Actor } from '#lib/auth/actor'
import { countryName } from '#lib/countries/policy'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

export const PARTICIPANTS_PAGE = 100

export type Participants = NonNullable<Awaited<ReturnType<typeof publicParticipants>>>

/**
 * The public list of participants of a published event, or null where there is none. `sentences` are those that speak of
 * a public list: who agreed to be named to the other participants did not agree to this.
 */
export async function publicParticipants(slug: string, sentences: readonly string[], page: number, locale: Locale) {
  const [event] = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.slug, slug), eq(events.status, 'published'), eq(events.listVisibility, 'public')))
  return event ? pageOf(event.id, inArray(consents.wording, [...sentences]), page, locale) : null
}

/** The list for somebody who has a place at the event, or null where there is none. */
export async function participantsFor(actor: Actor, page: number, locale: Locale) {
  if (actor.kind !== 'participant') return null
  const [own] = await db()
    .select({ id: events.id })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(
      and(
        eq(attendees.id, actor.attendeeId),
        eq(attendees.status, 'confirmed'),
        inArray(events.listVisibility, ['participants', 'public']),
      ),
    )
  return own ? pageOf(own.id, undefined, page, locale) : null
}

/** The sentence that the participant agreed to and has not withdrawn, or null. */
export async function ownListConsent(actor: Actor): Promise<string | null> {
  if (actor.kind !== 'participant') return null
  const [row] = await db()
    .select({ wording: consents.wording })
    .from(consents)
    .where(and(eq(consents.attendeeId, actor.attendeeId), given()))
  return row?.wording ?? null
}

const given = (more?: SQL) => and(eq(consents.purpose, 'participant_list'), isNull(consents.withdrawnAt), more)

async function pageOf(eventId: string, more: SQL | undefined, asked: number, locale: Locale) {
  const listed = and(
    eq(attendees.eventId, eventId),
    eq(attendees.status, 'confirmed'),
    exists(
      db()
        .select({ one: sql`1` })
        .from(consents)
        .where(and(eq(consents.attendeeId, attendees.id), given(more))),
    ),
  )
  const [all] = await db().select({ n: count() }).from(attendees).where(listed)
  const total = all?.n ?? 0
  const pages = Math.max(1, Math.ceil(total / PARTICIPANTS_PAGE))
  // A page beyond the end, from an old link, shows the last one.
  const page = Math.max(1, Math.min(asked, pages))
  const rows = await db()
    .select({
      id: attendees.id,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      institutionId: attendees.institutionId,
      institution: institutions.name,
      countryCode: attendees.countryCode,
    })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(listed)
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(PARTICIPANTS_PAGE)
    .offset((page - 1) * PARTICIPANTS_PAGE)
  const labels = await institutionLabels(
    rows.map((row) => row.institutionId),
    locale,
  )
  const people = rows.map((row, i) => ({
    position: (page - 1) * PARTICIPANTS_PAGE + i + 1,
    name: fullName(row),
    institution: labels.get(row.institutionId)?.name ?? row.institution,
    country: countryName(row.countryCode, locale),
  }))
  return { people, total, page, pages }
}
