import 'server-only'
import { and, asc, isNull, lte } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { record } from '#lib/audit/mutations'
import { system } from '#lib/auth/actor'
import { endCodeNow } from '#lib/invitations/mutations/codes'
import { tellGiver } from '#lib/invitations/mutations/handover'
import { endInvitation } from '#lib/invitations/mutations/scope'

const BATCH = 50
type Due = { id: string; eventId: string }

/** Ends the invitations and codes whose time is up; the places they held go to those who wait, in the same transaction. Answers how many. */
export async function expireInvitations(now = new Date()): Promise<number> {
  let expired = 0
  for (;;) {
    const late = await transaction(async (tx) => {
      const [people, codes] = [await dueInvitations(tx, now), await dueCodes(tx, now)]
      for (const { id, eventId } of people) {
        await endInvitation(tx, id, 'expired', now)
        await tellGiver(tx, id, now)
        await record(tx, system('clock'), { verb: 'invitation.expire', eventId, subjectId: id }, now)
      }
      for (const { id, eventId } of codes) {
        await endCodeNow(tx, id, 'expired', now)
        await record(tx, system('clock'), { verb: 'code.expire', eventId, subjectId: id }, now)
      }
      const ended = [...people, ...codes]
      for (const eventId of new Set(ended.map((one) => one.eventId))) await promoteWaiting(tx, eventId, now)
      return ended.length
    })
    expired += late
    if (late < BATCH) return expired
  }
}

const dueInvitations = (tx: Tx, now: Date): Promise<Due[]> =>
  tx
    .select({ id: invitations.id, eventId: invitations.eventId })
    .from(invitations)
    .where(and(isNull(invitations.outcome), lte(invitations.expiresAt, now)))
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
    .limit(BATCH)

const dueCodes = (tx: Tx, now: Date): Promise<Due[]> =>
  tx
    .select({ id: invitationCodes.id, eventId: invitationCodes.eventId })
    .from(invitationCodes)
    .where(and(isNull(invitationCodes.outcome), lte(invitationCodes.expiresAt, now)))
    .orderBy(asc(invitationCodes.expiresAt), asc(invitationCodes.id))
    .limit(BATCH)
