import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { seatPools } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import {
  type Admission,
  type Filled,
  type OpenEvent,
  type Registered,
  type RegisterRefusal,
  registerIn,
  type Wording,
} from '#lib/attendees/mutations/registration'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { invitedWith } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { hasEnded } from '#lib/events/policy'
import { fromGiver, type Giver, giverOf, passing, passOn } from '#lib/invitations/mutations/handover'
import { endInvitation } from '#lib/invitations/mutations/scope'
import { hashCode, readCode } from '#lib/invitations/policy/code'

/** What brings somebody: the link of a personal invitation, or the code of an organization as typed. */
export type Ticket = { token: string } | { code: string }
type NotLetIn =
  | { reason: 'not-found' | 'closed' | 'invitation-ended' }
  | { reason: 'invalid'; field: 'code'; code: 'code-unknown' | 'code-used-up' }
  | { reason: 'invalid'; field: 'countryCode'; code: 'limit' }

/**
 * Registers somebody who is invited or has a code, also before registration opens and after it closes, until the event is over: the place that was held
 * becomes the person's. Where another limit is full the person waits as everybody, and what was held for an invitation goes to those who wait. `registerIn` tells the rest.
 */
export async function registerInvited(
  actor: Actor,
  slug: string,
  form: Filled,
  wording: Wording,
  ticket: Ticket,
  now = new Date(),
): Promise<Result<Registered, RegisterRefusal | NotLetIn>> {
  return transaction(async (tx): Promise<Result<Registered, RegisterRefusal | NotLetIn>> => {
    const id = 'token' in ticket ? await invitedWith(ticket.token, tx) : null
    const giver = id ? await giverOf(tx, id) : undefined
    const admit = async (event: OpenEvent): Promise<Result<Admission, NotLetIn>> => {
      if (hasEnded(event, now)) return refuse('closed')
      return 'code' in ticket ? byCode(tx, event, ticket.code, now) : byInvitation(tx, event, id, giver, now)
    }
    const filled = giver ? fromGiver(form, giver) : form
    const registered = await registerIn(tx, actor, slug, filled, wording, admit, now)
    if (!registered.ok || registered.value.repeated || !id) return registered
    // A place that another limit keeps the colleague from stays the giver's.
    if (giver && registered.value.status !== 'confirmed')
      return refuse('invalid', { field: 'countryCode', code: 'limit' })
    await accept(tx, actor, { id, attendeeId: registered.value.attendeeId, giver }, now)
    return registered
  })
}

async function byInvitation(
  tx: Tx,
  event: OpenEvent,
  id: string | null,
  giver: Giver | undefined,
  now: Date,
): Promise<Result<Admission, NotLetIn>> {
  const [row] = await tx
    .select({
      typeId: invitations.typeId,
      emailKey: invitations.emailKey,
      holds: invitations.holds,
      expiresAt: invitations.expiresAt,
      outcome: invitations.outcome,
    })
    .from(invitations)
    .where(and(eq(invitations.id, id ?? ''), eq(invitations.eventId, event.id)))
  if (!id || !row) return refuse('not-found')
  if (row.outcome || row.expiresAt <= now) return refuse('invitation-ended')
  if (giver) {
    const passed = await passing(tx, id, giver)
    return passed ? done({ invited: true, provenKey: row.emailKey, ...passed }) : refuse('invitation-ended')
  }
  const held = row.holds ? { invitationId: id } : null
  return done({ invited: true, typeId: row.typeId, codeId: null, held, provenKey: row.emailKey })
}

async function byCode(tx: Tx, event: OpenEvent, typed: string, now: Date): Promise<Result<Admission, NotLetIn>> {
  const code = readCode(typed)
  const [row] = await tx
    .select({
      id: invitationCodes.id,
      typeId: invitationCodes.typeId,
      expiresAt: invitationCodes.expiresAt,
      places: seatPools.capacity,
      used: seatPools.taken,
    })
    .from(invitationCodes)
    .innerJoin(seatPools, eq(seatPools.id, invitationCodes.id))
    .where(
      and(
        eq(invitationCodes.eventId, event.id),
        eq(invitationCodes.codeHash, hashCode(code ?? '')),
        isNull(invitationCodes.outcome),
      ),
    )
  if (!row || row.expiresAt <= now) return refuse('invalid', { field: 'code', code: 'code-unknown' })
  // What lets in is the pool of the code; this says beside the field why it will not.
  if (row.used >= (row.places ?? 0)) return refuse('invalid', { field: 'code', code: 'code-used-up' })
  return done({ invited: true, typeId: row.typeId, codeId: row.id, held: { codeId: row.id }, provenKey: null })
}

type Accepted = { id: string; attendeeId: string; giver: Giver | undefined }

async function accept(tx: Tx, actor: Actor, { id, attendeeId, giver }: Accepted, now: Date): Promise<void> {
  await endInvitation(tx, id, 'accepted', now, attendeeId)
  const [row] = await tx.select({ eventId: invitations.eventId }).from(invitations).where(eq(invitations.id, id))
  if (!row) return
  const { eventId } = row
  await record(tx, actor, { verb: 'invitation.accept', eventId, subjectId: id, after: { attendeeId } }, now)
  if (giver) await passOn(tx, giver, now)
  // Whoever has to wait took nothing of what was held.
  await promoteWaiting(tx, eventId, now)
}
