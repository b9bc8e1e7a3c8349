import 'server-only'
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { ATTENDEE_STATUSES, type AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { attendeeTypes } from '#db/schema/events'
import { institutions } from '#db/schema/institutions'
import { waitingPlaces } from '#db/schema/seats'
import { holds } from '#db/search'
import { answeredSo } from '#lib/attendees/queries/list-answers'
import { type AttendeeList, PAGE_SIZE, type Sort } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { countryName } from '#lib/countries/policy'
import { typesOf } from '#lib/events/queries/event'
import { searchWords } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'
import { institutionHolds } from '#lib/institutions/queries/find'
import { institutionLabels } from '#lib/institutions/queries/labels'

export type AttendeeRow = Awaited<ReturnType<typeof attendeeRows>>[number]

type Where = { eventId: string; locale: Locale; defaultLocale: string }

/** One page of the list, with how many there are in all and by status under the same search and filters. */
export async function attendeePage(actor: Actor, event: Where, list: AttendeeList) {
  const counts = await db()
    .select({ status: attendees.status, n: count() })
    .from(attendees)
    .where(matching(actor, event.eventId, { ...list, status: undefined }))
    .groupBy(attendees.status)
  const byStatus = Object.fromEntries(counts.map((row) => [row.status, row.n])) as Partial<
    Record<AttendeeStatus, number>
  >
  const all = counts.reduce((sum, row) => sum + row.n, 0)
  const total = list.status ? (byStatus[list.status] ?? 0) : all
  // A page beyond the end, from an old link or after a filter, shows the last one.
  const page = Math.max(1, Math.min(list.page, Math.ceil(total / PAGE_SIZE)))
  const ids = await attendeeIds(actor, event.eventId, list, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  return {
    rows: await attendeeRows(actor, event, ids),
    total,
    all,
    byStatus,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  }
}

/** The ids on the list, in its order. */
export async function attendeeIds(
  actor: Actor,
  eventId: string,
  list: AttendeeList,
  part: { limit: number; offset: number } = { limit: 1_000_000, offset: 0 },
): Promise<string[]> {
  const rows = await db()
    .select({ id: attendees.id })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .innerJoin(attendeeTypes, eq(attendeeTypes.id, attendees.typeId))
    .leftJoin(waitingPlaces, eq(waitingPlaces.attendeeId, attendees.id))
    .where(matching(actor, eventId, list))
    .orderBy(...order(list))
    .limit(part.limit)
    .offset(part.offset)
  return rows.map((row) => row.id)
}

/** What the list shows of these attendees, in the order of the ids. */
export async function attendeeRows(actor: Actor, event: Where, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db()
    .select({
      id: attendees.id,
      code: attendees.code,
      status: attendees.status,
      title: attendees.title,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      nativeName: attendees.nativeName,
      position: attendees.position,
      email: attendees.email,
      phone: attendees.phone,
      countryCode: attendees.countryCode,
      institutionId: attendees.institutionId,
      institutionStatus: institutions.status,
      typeId: attendees.typeId,
      registeredAt: attendees.registeredAt,
    })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(
      and(
        inArray(attendees.id, [...ids]),
        eq(attendees.eventId, event.eventId),
        within(actor, 'read', attendees.eventId),
      ),
    )
  const labels = await institutionLabels(
    rows.map((row) => row.institutionId),
    event.locale,
  )
  const types = new Map(
    (await typesOf(event.eventId, event.locale, event.defaultLocale)).map((type) => [type.id, type.name]),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const institution = labels.get(row.institutionId)
    return [
      {
        ...row,
        institution: institution?.name ?? '',
        place: [institution?.city, countryName(row.countryCode, event.locale)].filter(Boolean).join(', '),
        type: types.get(row.typeId) ?? '',
      },
    ]
  })
}

/** What the list can be filtered by: the countries and institutions that occur, and the types, each with its number. */
export async function filterOptions(actor: Actor, event: Where) {
  const mine = and(eq(attendees.eventId, event.eventId), within(actor, 'read', attendees.eventId))
  const [countries, named, types] = await Promise.all([
    db().select({ id: attendees.countryCode, n: count() }).from(attendees).where(mine).groupBy(attendees.countryCode),
    db()
      .select({ id: attendees.institutionId, n: count() })
      .from(attendees)
      .where(mine)
      .groupBy(attendees.institutionId),
    typesOf(event.eventId, event.locale, event.defaultLocale),
  ])
  const labels = await institutionLabels(
    named.map((row) => row.id),
    event.locale,
  )
  const alphabetical = new Intl.Collator(event.locale)
  const byLabel = (a: { label: string }, b: { label: string }) => alphabetical.compare(a.label, b.label)
  return {
    countries: countries
      .map((row) => ({ value: row.id, label: countryName(row.id, event.locale), n: row.n }))
      .sort(byLabel),
    institutions: named
      .map((row) => ({ value: row.id, label: labels.get(row.id)?.name ?? row.id, n: row.n }))
      .sort(byLabel),
    types: types.map((type) => ({ value: type.id, label: type.name })),
  }
}

/** Every condition of the list; the search wants each word in the person's names, address or code, or in a name of the institution. */
export function matching(actor: Actor, eventId: string, list: AttendeeList): SQL {
  const words = searchWords(list.q)
  return and(
    eq(attendees.eventId, eventId),
    within(actor, 'read', attendees.eventId),
    list.status ? eq(attendees.status, list.status) : sql`1 = 1`,
    list.country ? eq(attendees.countryCode, list.country) : sql`1 = 1`,
    list.institution ? eq(attendees.institutionId, list.institution) : sql`1 = 1`,
    list.type ? eq(attendees.typeId, list.type) : sql`1 = 1`,
    ...Object.entries(list.answers).map(([questionId, value]) => answeredSo(questionId, value)),
    ...words.map((word) => or(holds(attendees.searchKey, word), institutionHolds(attendees.institutionId, [word]))),
  ) as SQL
}

const statusOrder = sql`case ${attendees.status} ${sql.join(
  ATTENDEE_STATUSES.map((status, i) => sql`when ${status} then ${sql.raw(String(i))}`),
  sql` `,
)} end`

const SORT_BY: Record<Sort, SQL | typeof attendees.sortKey | typeof institutions.sortKey> = {
  name: attendees.sortKey,
  institution: institutions.sortKey,
  type: sql`${attendeeTypes.position}`,
  // Those who wait stand in the order of the waiting list.
  status: statusOrder,
  registered: sql`${attendees.registeredAt}`,
  code: sql`${attendees.code}`,
}

function order(list: AttendeeList): SQL[] {
  const direction = list.dir === 'desc' ? desc : asc
  const queue = list.sort === 'status' || (list.status === 'waiting' && list.sort === 'registered')
  return [
    direction(SORT_BY[list.sort]),
    ...(queue ? [asc(sql`coalesce(${waitingPlaces.position}, 0)`)] : []),
    asc(attendees.sortKey),
    asc(attendees.id),
  ]
}
