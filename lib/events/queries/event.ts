import 'server-only'
import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { attendeeTypes, attendeeTypeTexts, eventPartners, events, eventTexts, notices } from '#db/schema/events'
import { seatPools, waitingPlaces } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { localized } from '#lib/events/policy'
import type { Locale } from '#lib/i18n/locales'
import { institutionChoices } from '#lib/institutions/queries/labels'

const facts = {
  id: events.id,
  slug: events.slug,
  startsOn: events.startsOn,
  endsOn: events.endsOn,
  startTime: events.startTime,
  endTime: events.endTime,
  timeZone: events.timeZone,
  opensAt: events.opensAt,
  closesAt: events.closesAt,
  defaultLocale: events.defaultLocale,
  countryCode: events.countryCode,
  coverId: events.coverId,
  accent: events.accent,
  isExample: events.isExample,
}
const texts = {
  eventId: eventTexts.eventId,
  locale: eventTexts.locale,
  title: eventTexts.title,
  subtitle: eventTexts.subtitle,
  city: eventTexts.city,
  venue: eventTexts.venue,
  address: eventTexts.address,
  lead: eventTexts.lead,
  about: eventTexts.about,
  outline: eventTexts.outline,
  practical: eventTexts.practical,
}
const NO_PLACES: Places = { capacity: null, taken: 0, waiting: 0 }

export type EventSummary = Awaited<ReturnType<typeof publishedEvents>>[number]

/** Published events with their places, the next first. Public. */
export async function publishedEvents(locale: Locale) {
  const rows = await db()
    .select(facts)
    .from(events)
    .where(eq(events.status, 'published'))
    .orderBy(asc(events.startsOn), asc(events.slug))
  return withTextsAndPlaces(rows, locale)
}

export type PublicEvent = NonNullable<Awaited<ReturnType<typeof publicEvent>>>

/** A published event with all that its public pages show, or null. Public. */
export const publicEvent = (slug: string, locale: Locale) =>
  wholeEvent(and(eq(events.slug, slug), eq(events.status, 'published')), locale)

/** The one event that a condition finds, with all that public pages show. For queries whose condition says who may see it. */
export async function wholeEvent(condition: SQL | undefined, locale: Locale) {
  const [row] = await db()
    .select({
      ...facts,
      status: events.status,
      hostId: events.hostId,
      contactEmail: events.contactEmail,
      funder: events.funder,
      programme: events.programme,
      projectNumber: events.projectNumber,
      listVisibility: events.listVisibility,
      freezesAt: events.freezesAt,
      approval: events.approval,
      waitingMode: events.waitingMode,
      confirmHours: events.confirmHours,
    })
    .from(events)
    .where(condition)
  if (!row) return null
  const [event] = await withTextsAndPlaces([row], locale)
  if (!event) return null
  const [organizers, types, notice] = await Promise.all([
    organizersOf(row.id, row.hostId, locale),
    typesOf(row.id, locale, row.defaultLocale),
    currentNotice(db(), row.id, locale, row.defaultLocale),
  ])
  return { ...event, host: row.hostId ? (organizers[0]?.name ?? '') : '', organizers, types, notice }
}

/** The host first, then the partners in their order, named in the reader's language. */
async function organizersOf(eventId: string, hostId: string | null, locale: Locale) {
  const partners = await db()
    .select({ id: eventPartners.institutionId })
    .from(eventPartners)
    .where(eq(eventPartners.eventId, eventId))
    .orderBy(asc(eventPartners.position))
  const ids = [...new Set([...(hostId ? [hostId] : []), ...partners.map((partner) => partner.id)])]
  // Two that were merged since are one.
  const standing = new Map((await institutionChoices(ids, locale)).map((one) => [one.id, one]))
  return [...standing.values()].map(({ name, place }) => ({ name, place }))
}

/** The attendee types of an event in their order, named in the reader's language; those no longer offered too, as people have them. Public. */
export async function typesOf(
  eventId: string,
  locale: Locale,
  defaultLocale: string,
): Promise<{ id: string; name: string; lang: string; archived: boolean }[]> {
  const rows = await db()
    .select({
      id: attendeeTypes.id,
      archivedAt: attendeeTypes.archivedAt,
      locale: attendeeTypeTexts.locale,
      name: attendeeTypeTexts.name,
    })
    .from(attendeeTypes)
    .innerJoin(attendeeTypeTexts, eq(attendeeTypeTexts.typeId, attendeeTypes.id))
    .where(eq(attendeeTypes.eventId, eventId))
    .orderBy(asc(attendeeTypes.position))
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, all]) => {
    const names = all.map(({ locale, name }) => ({ locale, name }))
    const name = localized(names, locale, defaultLocale).name
    return { id, name: name.text, lang: name.lang, archived: all[0]?.archivedAt !== null }
  })
}

/** The privacy notice in force: the highest version, in the reader's language or the event's. Public. */
export async function currentNotice(reader: Db, eventId: string, locale: string, defaultLocale: string) {
  const rows = await reader
    .select({
      id: notices.id,
      version: notices.version,
      locale: notices.locale,
      body: notices.body,
      createdAt: notices.createdAt,
    })
    .from(notices)
    .where(eq(notices.eventId, eventId))
    .orderBy(desc(notices.version))
  const latest = rows.filter((row) => row.version === rows[0]?.version)
  return (
    latest.find((row) => row.locale === locale) ??
    latest.find((row) => row.locale === defaultLocale) ??
    latest[0] ??
    null
  )
}

export type DeskEvent = Awaited<ReturnType<typeof deskEvents>>[number]

/** The events the actor may read, the latest first, with the number of attendees by status. */
export async function deskEvents(actor: Actor, locale: Locale) {
  const rows = await db()
    .select({ ...facts, status: events.status })
    .from(events)
    .where(within(actor, 'read', events.id))
    .orderBy(desc(events.startsOn), asc(events.slug))
  const full = await withTextsAndPlaces(rows, locale)
  const ids = rows.map((row) => row.id)
  const counts = ids.length === 0 ? [] : await countsByStatus(ids)
  return full.map((event) => ({
    ...event,
    counts: Object.fromEntries(
      counts.filter((row) => row.eventId === event.id).map((row) => [row.status, row.n]),
    ) as Partial<Record<AttendeeStatus, number>>,
  }))
}

/** One event the actor may read, or null; `mayDecide` tells whether it may also decide there. */
export async function deskEvent(actor: Actor, slug: string, locale: Locale) {
  const [row] = await db()
    .select({ ...facts, status: events.status })
    .from(events)
    .where(and(eq(events.slug, slug), within(actor, 'read', events.id)))
  if (!row) return null
  const [event] = await withTextsAndPlaces([row], locale)
  const decides = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, row.id), within(actor, 'decide', events.id)))
  return event ? { ...event, mayDecide: decides.length > 0 } : null
}

function countsByStatus(eventIds: string[]) {
  return db()
    .select({ eventId: attendees.eventId, status: attendees.status, n: count() })
    .from(attendees)
    .where(inArray(attendees.eventId, eventIds))
    .groupBy(attendees.eventId, attendees.status)
}

async function withTextsAndPlaces<Row extends { id: string; defaultLocale: string }>(rows: Row[], locale: Locale) {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [all, places] = await Promise.all([
    db().select(texts).from(eventTexts).where(inArray(eventTexts.eventId, ids)),
    placesOf(ids),
  ])
  return rows.map((row) => {
    const own = all.filter((text) => text.eventId === row.id).map(({ eventId: _, ...text }) => text)
    return { ...row, texts: localized(own, locale, row.defaultLocale), places: places.get(row.id) ?? NO_PLACES }
  })
}

/** The texts of an event in every language it has. Public. */
export const eventTextsOf = async (eventId: string) =>
  (await db().select(texts).from(eventTexts).where(eq(eventTexts.eventId, eventId))).map(
    ({ eventId: _, ...text }) => text,
  )

/** How many events are published. Public. */
export async function countPublished(): Promise<number> {
  const [row] = await db().select({ n: count() }).from(events).where(eq(events.status, 'published'))
  return row?.n ?? 0
}

/** Whether there is any event at all. */
export async function anyEvents(): Promise<boolean> {
  const rows = await db().select({ id: events.id }).from(events).limit(1)
  return rows.length > 0
}

/** The key of the pool that caps an event as a whole. */
const EVENT_POOL = 'event'

/** How full an event is. `capacity` null is unlimited. */
type Places = { capacity: number | null; taken: number; waiting: number }

/** The places of events as a whole, by event id. Public. */
async function placesOf(eventIds: readonly string[]): Promise<Map<string, Places>> {
  if (eventIds.length === 0) return new Map()
  const ids = [...eventIds]
  const [pools, queues] = await Promise.all([
    db()
      .select({ eventId: seatPools.eventId, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(and(inArray(seatPools.eventId, ids), eq(seatPools.key, EVENT_POOL))),
    db()
      .select({ eventId: waitingPlaces.eventId, n: count() })
      .from(waitingPlaces)
      .where(inArray(waitingPlaces.eventId, ids))
      .groupBy(waitingPlaces.eventId),
  ])
  const waiting = new Map(queues.map((queue) => [queue.eventId, queue.n]))
  return new Map(pools.map(({ eventId, ...places }) => [eventId, { ...places, waiting: waiting.get(eventId) ?? 0 }]))
}
