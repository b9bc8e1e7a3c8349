import 'server-only'
import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { institutions } from '#db/schema/institutions'
import { institutionMerges } from '#db/schema/merges'
import type { Actor } from '#lib/auth/actor'
import { isStaff, within } from '#lib/auth/queries'
import { localized } from '#lib/events/policy'
import { eventTextsOf } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** Who comes from an institution: the events the actor may read, with how many, the latest first; and how many at events of others. */
export async function usageOf(actor: Actor, institutionId: string, locale: Locale) {
  const rows = await db()
    .select({
      eventId: attendees.eventId,
      slug: events.slug,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      defaultLocale: events.defaultLocale,
      mine: sql<number>`case when ${within(actor, 'read', events.id)} then 1 else 0 end`,
      n: count(),
    })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(eq(attendees.institutionId, institutionId))
    .groupBy(attendees.eventId, events.slug, events.startsOn, events.endsOn, events.defaultLocale, events.id)
    .orderBy(desc(events.startsOn), events.slug)
  const mine = rows.filter((row) => Number(row.mine) === 1)
  const total = rows.reduce((sum, row) => sum + row.n, 0)
  return {
    total,
    events: await Promise.all(
      mine.map(async ({ mine: _, eventId, defaultLocale, ...row }) => ({
        ...row,
        title: localized(await eventTextsOf(eventId), locale, defaultLocale).title.text,
      })),
    ),
    elsewhere: total - mine.reduce((sum, row) => sum + row.n, 0),
  }
}

/** How many people come from each institution, over all events; for staff, who see no more of them than that. */
export async function usageCounts(actor: Actor, institutionIds: readonly string[]): Promise<Map<string, number>> {
  if (institutionIds.length === 0 || !(await isStaff(db(), actor))) return new Map()
  const rows = await db()
    .select({ id: attendees.institutionId, n: count() })
    .from(attendees)
    .where(inArray(attendees.institutionId, [...institutionIds]))
    .groupBy(attendees.institutionId)
  return new Map(rows.map((row) => [row.id, row.n]))
}

/** The merges into an institution that stand, the latest first: each can be undone. For staff. */
export async function mergesInto(actor: Actor, institutionId: string) {
  if (!(await isStaff(db(), actor))) return []
  return db()
    .select({
      id: institutionMerges.id,
      fromId: institutionMerges.fromId,
      fromName: institutions.name,
      at: institutionMerges.at,
    })
    .from(institutionMerges)
    .innerJoin(institutions, eq(institutions.id, institutionMerges.fromId))
    .where(and(eq(institutionMerges.intoId, institutionId), isNull(institutionMerges.undoneAt)))
    .orderBy(desc(institutionMerges.at), desc(institutionMerges.id))
}
