import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitations } from '#db/schema/invitations'
import { emailKey } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'
import { freePlaces, isTypeOf } from '#lib/invitations/mutations/places'
import { inviting } from '#lib/invitations/mutations/scope'
import { enqueue } from '#lib/outbox/mutations'
import { holdSeats, rulesOf } from '#lib/seats/mutations/claim'
import { holderPools } from '#lib/seats/mutations/hold'

export type Invitee = { email: string; givenName: string; familyName: string }
export type InvitationTerms = {
  /** The capacity in which they are invited; null leaves it to them. */
  typeId: string | null
  locale: Locale
  note: string
  /** Whether a place is held for each until the invitation ends. */
  holds: boolean
  expiresAt: Date
}
export type Skipped = { email: string; why: 'invited' | 'registered' | 'twice' }
/** `not-possible`: the event is not published, or over, or the invitation would have ended already. */
export type InviteRefusal = { reason: 'not-found' | 'not-possible' } | { reason: 'full'; free: number }

/**
 * Invites people, each with a letter; whoever is registered or has an open invitation is left out. Where places are held and there are not enough for
 * all, nobody is invited. For organizers.
 */
export async function inviteMany(
  actor: Actor,
  eventId: string,
  people: readonly Invitee[],
  terms: InvitationTerms,
  now = new Date(),
): Promise<Result<{ invited: string[]; skipped: Skipped[] }, InviteRefusal>> {
  return transaction(async (tx) => {
    const event = await inviting(tx, actor, eventId, terms.expiresAt, now)
    if (!event || !(await isTypeOf(tx, eventId, terms.typeId))) return refuse('not-found')
    if (!event.possible) return refuse('not-possible')
    const { fresh, skipped } = await sorted(tx, eventId, people)
    const poolIds = terms.holds ? await holderPools(tx, eventId, await rulesOf(tx, eventId), terms.typeId) : []
    const free = await freePlaces(tx, poolIds)
    const invited: string[] = []
    for (const person of fresh) {
      const id = newId()
      const row = { ...person, emailKey: emailKey(person.email), ...terms }
      await tx.insert(invitations).values({ id, eventId, createdAt: now, ...row })
      const held = await holdSeats(tx, { invitationId: id }, poolIds, now)
      if (!held.ok) return refuse('full', { free })
      await enqueue(tx, { kind: 'invitation', invitationId: id }, now)
      const { email, typeId, holds, expiresAt } = row
      const after = { email, typeId, holds, expiresAt: expiresAt.toISOString() }
      await record(tx, actor, { verb: 'invitation.send', eventId, subjectId: id, after }, now)
      invited.push(id)
    }
    return done({ invited, skipped })
  })
}

const CHUNK = 500

/** Whom there is a point in inviting, and why not the others. */
async function sorted(tx: Tx, eventId: string, people: readonly Invitee[]) {
  const keys = [...new Set(people.map(({ email }) => emailKey(email)))]
  const registered = new Set<string>()
  const invited = new Set<string>()
  for (let i = 0; i < keys.length; i += CHUNK) {
    const some = keys.slice(i, i + CHUNK)
    const here = await tx
      .select({ key: attendees.emailKey })
      .from(attendees)
      .where(and(eq(attendees.eventId, eventId), inArray(attendees.emailKey, some)))
    const open = await tx
      .select({ key: invitations.emailKey })
      .from(invitations)
      .where(and(eq(invitations.eventId, eventId), isNull(invitations.outcome), inArray(invitations.emailKey, some)))
    for (const { key } of here) registered.add(key)
    for (const { key } of open) invited.add(key)
  }
  const seen = new Set<string>()
  const fresh: Invitee[] = []
  const skipped: Skipped[] = []
  for (const { email, givenName, familyName } of people) {
    const key = emailKey(email)
    const why = seen.has(key) ? 'twice' : registered.has(key) ? 'registered' : invited.has(key) ? 'invited' : null
    seen.add(key)
    if (why) skipped.push({ email, why })
    else fresh.push({ email, givenName, familyName })
  }
  return { fresh, skipped }
}
