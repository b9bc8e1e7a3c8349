import 'server-only'
import { attendeeRows } from '#lib/attendees/queries/list'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { nextInTurn } from '#lib/rosters/policy/turns'
import { seatLedger, waitingLine } from '#lib/rosters/queries/line'

type Where = { eventId: string; locale: Locale; defaultLocale: string }

/** More than this is told at the end, not one by one. */
const MOST_PASSED = 20

/** Who would be offered a place if the next so many were: in their order, without those held back and those whom a limit blocks. */
export async function nextToOffer(actor: Actor, where: Where, most: number) {
  const { rules, ledger } = await seatLedger(actor, where.eventId)
  const line = await waitingLine(actor, where.eventId, rules)
  const turns = new Map(line.map(({ id }, i) => [id, i + 1]))
  const { next, passed } = nextInTurn(
    ledger(),
    line.filter(({ heldById }) => heldById === null),
    most,
  )
  const shown = passed.slice(0, MOST_PASSED)
  const rows = await attendeeRows(
    actor,
    where,
    [...next, ...shown.map(({ person }) => person)].map(({ id }) => id),
  )
  const byId = new Map(rows.map((row) => [row.id, { ...row, turn: turns.get(row.id) ?? 0 }]))
  return {
    next: next.flatMap(({ id }) => byId.get(id) ?? []),
    passed: shown.flatMap(({ person, limits }) => {
      const row = byId.get(person.id)
      return row ? [{ ...row, limits }] : []
    }),
    morePassed: passed.length - shown.length,
  }
}
