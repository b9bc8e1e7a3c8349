import 'server-only'
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { consents } from '#db/schema/attendees'
import { attendeeTypes, attendeeTypeTexts, eventPartners, events, eventTexts, notices } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { NoticeBodies } from '#lib/events/schema/edit/notice'
import { type EventTexts, TEXT_FIELDS } from '#lib/events/schema/edit/texts'
import type { TypeNames } from '#lib/events/schema/edit/types'
import { LOCALES } from '#lib/i18n/locales'

// What the setup pages show and their mutations compare with, for those who may decide; null for all others.

const mine = (actor: Actor, eventId: string) => and(eq(events.id, eventId), within(actor, 'decide', events.id))

/** What each setup page needs to know of its event. */
export async function setupHead(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader
    .select({
      id: events.id,
      slug: events.slug,
      timeZone: events.timeZone,
      defaultLocale: events.defaultLocale,
      countryCode: events.countryCode,
      updatedAt: events.updatedAt,
    })
    .from(events)
    .where(mine(actor, eventId))
  return row ?? null
}

export async function setupFacts(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader
    .select({
      slug: events.slug,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      startTime: events.startTime,
      endTime: events.endTime,
      timeZone: events.timeZone,
      countryCode: events.countryCode,
      onlineUrl: events.onlineUrl,
      contactEmail: events.contactEmail,
      funder: events.funder,
      programme: events.programme,
      projectNumber: events.projectNumber,
    })
    .from(events)
    .where(mine(actor, eventId))
  return row ?? null
}

/** The host and the partners in their order. */
export async function setupOrganizers(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader.select({ hostId: events.hostId }).from(events).where(mine(actor, eventId))
  if (!row) return null
  const partners = await reader
    .select({ id: eventPartners.institutionId })
    .from(eventPartners)
    .where(eq(eventPartners.eventId, eventId))
    .orderBy(asc(eventPartners.position))
  return { hostId: row.hostId, partnerIds: partners.map((partner) => partner.id) }
}

/** The texts in every language there is; what was not written is empty. */
export async function setupTexts(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader.select({ defaultLocale: events.defaultLocale }).from(events).where(mine(actor, eventId))
  if (!row) return null
  const rows = await reader
    .select({
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
    })
    .from(eventTexts)
    .where(eq(eventTexts.eventId, eventId))
  const written = (locale: string) => rows.find((text) => text.locale === locale)
  const texts = LOCALES.map((locale) => [
    locale,
    Object.fromEntries(TEXT_FIELDS.map((field) => [field, written(locale)?.[field] ?? ''])),
  ])
  return { defaultLocale: row.defaultLocale, texts: Object.fromEntries(texts) as EventTexts }
}

/** With the time zone, by which the times are told. */
export async function setupRegistration(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader
    .select({
      opensAt: events.opensAt,
      closesAt: events.closesAt,
      approval: events.approval,
      confirmHours: events.confirmHours,
      freezesAt: events.freezesAt,
      listVisibility: events.listVisibility,
      timeZone: events.timeZone,
    })
    .from(events)
    .where(mine(actor, eventId))
  return row ?? null
}

/** How free places get to those who wait, or null. */
export async function setupWaiting(actor: Actor, eventId: string, reader: Db = db()) {
  const [row] = await reader
    .select({ waitingMode: events.waitingMode, offerHours: events.offerHours, pendingHolds: events.pendingHolds })
    .from(events)
    .where(mine(actor, eventId))
  return row ?? null
}

export type SetupType = { id: string; archived: boolean; names: TypeNames }

/** The attendee types in their order, those still offered first. */
export async function setupTypes(actor: Actor, eventId: string, reader: Db = db()): Promise<SetupType[] | null> {
  if (!(await setupHead(actor, eventId, reader))) return null
  const rows = await reader
    .select({
      id: attendeeTypes.id,
      archivedAt: attendeeTypes.archivedAt,
      locale: attendeeTypeTexts.locale,
      name: attendeeTypeTexts.name,
    })
    .from(attendeeTypes)
    .leftJoin(attendeeTypeTexts, eq(attendeeTypeTexts.typeId, attendeeTypes.id))
    .where(eq(attendeeTypes.eventId, eventId))
    .orderBy(asc(attendeeTypes.position), asc(attendeeTypes.id))
  const types = [...Map.groupBy(rows, (row) => row.id)].map(([id, all]) => ({
    id,
    archived: all[0]?.archivedAt !== null,
    names: Object.fromEntries(
      LOCALES.map((locale) => [locale, all.find((row) => row.locale === locale)?.name ?? '']),
    ) as TypeNames,
  }))
  return [...types.filter((type) => !type.archived), ...types.filter((type) => type.archived)]
}

type NoticeVersion = { version: number; createdAt: Date; bodies: NoticeBodies; consents: number }

/** The versions of the privacy notice, the one in force first, each with how many consented to it. */
export async function setupNotice(actor: Actor, eventId: string, reader: Db = db()): Promise<NoticeVersion[] | null> {
  if (!(await setupHead(actor, eventId, reader))) return null
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
  const counts = await consentsTo(
    reader,
    rows.map((row) => row.id),
  )
  return [...Map.groupBy(rows, (row) => row.version)].map(([version, all]) => ({
    version,
    createdAt: all[0]?.createdAt ?? new Date(0),
    bodies: Object.fromEntries(
      LOCALES.map((locale) => [locale, all.find((row) => row.locale === locale)?.body ?? '']),
    ) as NoticeBodies,
    consents: all.reduce((sum, row) => sum + (counts.get(row.id) ?? 0), 0),
  }))
}

/** How many consents that stand were given to each notice. */
async function consentsTo(reader: Db, noticeIds: string[]): Promise<Map<string | null, number>> {
  if (noticeIds.length === 0) return new Map()
  const rows = await reader
    .select({ id: consents.noticeId, n: count() })
    .from(consents)
    .where(and(inArray(consents.noticeId, noticeIds), eq(consents.purpose, 'privacy'), isNull(consents.withdrawnAt)))
    .groupBy(consents.noticeId)
  return new Map(rows.map((row) => [row.id, row.n]))
}
