import 'server-only'
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { offers, waitingPlaces } from '#db/schema/seats'
import { type AttendeeRow, attendeeRows } from '#lib/attendees/queries/list'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { hasEnded } from '#lib/events/policy'
import type { Locale } from '#lib/i18n/locales'
import type { LimitState } from '#lib/rosters/policy/turns'
import { type Why, whyOf } from '#lib/rosters/policy/why'
import { type InLine, seatLedger, waitingLine } from '#lib/rosters/queries/line'

type Where = { eventId: string; locale: Locale; defaultLocale: string }

export const WAITING_PAGE = 50

export type WaitingRow = AttendeeRow & {
  /** The place in the queue; 1 is next. */
  turn: number
  since: Date
  why: Why
  /** That stand in the way, also of somebody who is held back. */
  limits: LimitState[]
}

/** Limits that stand in the way of somebody, with of how many. */
export type Blocking = LimitState & { blocks: number }

/** How many wait. */
export async function waitingCount(actor: Actor, eventId: string): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(waitingPlaces)
    .where(and(eq(waitingPlaces.eventId, eventId), within(actor, 'read', waitingPlaces.eventId)))
  return row?.n ?? 0
}

/** How free places get to those who wait. */
export async function waitingRulesOf(actor: Actor, eventId: string) {
  const [row] = await db()
    .select({ mode: events.waitingMode, hours: events.offerHours, endsOn: events.endsOn, timeZone: events.timeZone })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'read', events.id)))
  return row ? { mode: row.mode, hours: row.hours, ended: hasEnded(row, new Date()) } : null
}

export type WaitingRulesOf = NonNullable<Awaited<ReturnType<typeof waitingRulesOf>>>

/** One page of the queue: who waits for what; and the limits that keep anybody of the whole queue waiting, the event's own always. */
export async function waitingPage(actor: Actor, where: Where, { mode, ended }: WaitingRulesOf, asked: number) {
  const { rules, ledger: openLedger } = await seatLedger(actor, where.eventId)
  const line = await waitingLine(actor, where.eventId, rules)
  const ledger = openLedger()
  const pages = Math.max(1, Math.ceil(line.length / WAITING_PAGE))
  const page = Math.max(1, Math.min(asked, pages))
  const first = (page - 1) * WAITING_PAGE
  const here = line.slice(first, first + WAITING_PAGE)
  const [rows, holders] = await Promise.all([
    attendeeRows(
      actor,
      where,
      here.map(({ id }) => id),
    ),
    namesOfUsers(here),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const told = here.flatMap((person, i): WaitingRow[] => {
    const row = byId.get(person.id)
    const limits = ledger.blocking(person)
    const why = whyOf(person, limits, { mode, ended, holder: holders.get(person.heldById ?? '') })
    return row ? [{ ...row, turn: first + i + 1, since: person.since, why, limits }] : []
  })
  const blocks = new Map<string, number>()
  for (const person of line.filter(({ heldById }) => heldById === null))
    for (const { id } of ledger.blocking(person)) blocks.set(id, (blocks.get(id) ?? 0) + 1)
  const limits = ledger
    .limits()
    .map((limit): Blocking => ({ ...limit, blocks: blocks.get(limit.id) ?? 0 }))
    .filter(({ subject, blocks: n }) => subject === 'event' || n > 0)
    .toSorted((a, b) => Number(b.subject === 'event') - Number(a.subject === 'event') || b.blocks - a.blocks)
  return { rows: told, limits, total: line.length, page, pages, held: line.filter(({ heldById }) => heldById).length }
}

async function namesOfUsers(people: readonly InLine[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.flatMap(({ heldById }) => heldById ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(inArray(users.id, ids))
  return new Map(rows.map(({ id, name, email }) => [id, name || email]))
}

/** The places that are offered now, those that run out first in front, and how many there are. */
export async function openOffers(actor: Actor, where: Where) {
  const open = and(
    isNull(offers.outcome),
    eq(attendees.eventId, where.eventId),
    within(actor, 'read', attendees.eventId),
  )
  const [rows, [all]] = await Promise.all([
    db()
      .select({ id: offers.attendeeId, offeredAt: offers.offeredAt, expiresAt: offers.expiresAt })
      .from(offers)
      .innerJoin(attendees, eq(attendees.id, offers.attendeeId))
      .where(open)
      .orderBy(asc(offers.expiresAt), asc(offers.id))
      .limit(WAITING_PAGE),
    db().select({ n: count() }).from(offers).innerJoin(attendees, eq(attendees.id, offers.attendeeId)).where(open),
  ])
  const people = await attendeeRows(
    actor,
    where,
    rows.map(({ id }) => id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    total: all?.n ?? 0,
    rows: people.map((person) => ({ ...person, expiresAt: byId.get(person.id)?.expiresAt ?? new Date(0) })),
  }
}
