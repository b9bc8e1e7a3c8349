import 'server-only'
import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { cancelNow } from '#lib/attendees/mutations/cancel'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { confirmCodeMatches } from '#lib/attendees/policy/confirm-code'
import { record } from '#lib/audit/mutations'
import { type Actor, system } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

/**
 * The address is its owner's: the code was only in the letter. Changes nothing when it was confirmed before. Refused with a wrong code, and
 * once the time is up and the place is gone.
 */
export async function confirmAddress(
  actor: Actor,
  code: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'lapsed' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const [row] = await tx
      .select({
        id: attendees.id,
        eventId: attendees.eventId,
        status: attendees.status,
        email: attendees.email,
        confirmBy: attendees.confirmBy,
        revision: attendees.revision,
      })
      .from(attendees)
      .where(eq(attendees.id, actor.attendeeId))
    if (!row || !confirmCodeMatches(code, row)) return refuse('not-found')
    if (row.status === 'cancelled') return refuse('lapsed')
    if (row.confirmBy === null) return done()
    await tx
      .update(attendees)
      .set({ confirmBy: null, revision: row.revision + 1, updatedAt: now })
      .where(eq(attendees.id, row.id))
    await record(tx, actor, { verb: 'attendee.confirm-address', eventId: row.eventId, subjectId: row.id }, now)
    return done()
  })
}

const BATCH = 50

/**
 * Gives back the places of those who did not confirm their address in time, each in a transaction of its own with whoever moves up. The
 * address is free again: its owner may register anew. Answers how many.
 */
export async function releaseUnconfirmed(now = new Date()): Promise<number> {
  let released = 0
  for (;;) {
    const late = await transaction(async (tx) => {
      const due = and(isNotNull(attendees.confirmBy), lte(attendees.confirmBy, now))
      const rows = await tx
        .select({
          id: attendees.id,
          eventId: attendees.eventId,
          status: attendees.status,
          emailKey: attendees.emailKey,
          revision: attendees.revision,
        })
        .from(attendees)
        .where(due)
        .orderBy(asc(attendees.confirmBy), asc(attendees.id))
        .limit(BATCH)
      for (const row of rows) {
        await cancelNow(tx, system('clock'), row, { reason: '', message: 'unconfirmed', verb: 'attendee.lapse' }, now)
        await tx
          .update(attendees)
          .set({ emailKey: `${row.emailKey} ${row.id}` })
          .where(eq(attendees.id, row.id))
      }
      for (const eventId of new Set(rows.map((row) => row.eventId))) await promoteWaiting(tx, eventId, now)
      return rows.length
    })
    released += late
    if (late < BATCH) return released
  }
}
