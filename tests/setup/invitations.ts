import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { seatPools, seats } from '#db/schema/seats'
import { ANONYMOUS } from '#lib/auth/actor'
import { invitationToken } from '#lib/auth/link'
import { makeCode } from '#lib/invitations/mutations/codes'
import { type InvitationTerms, inviteMany } from '#lib/invitations/mutations/invite'
import { registerInvited, type Ticket } from '#lib/invitations/mutations/register'
import { codeOf, spellInvitation } from '#lib/invitations/policy/code'
import { filledForm, NOW, SYSTEM, type TestEvent, WORDING } from '#tests/setup/factories'

export const UNTIL = new Date('2027-04-01T00:00:00Z')
export const TERMS: InvitationTerms = { typeId: null, locale: 'en', note: '', holds: true, expiresAt: UNTIL }

let n = 0
export const invitee = () => ({ email: `guest${++n}@mail.test`, givenName: 'Gulnara', familyName: `Bekova${n}` })

/** An invitation for somebody; throws when refused. */
export async function invited(event: TestEvent, change: Partial<InvitationTerms> = {}, person = invitee(), now = NOW) {
  const result = await inviteMany(SYSTEM, event.id, [person], { ...TERMS, ...change }, now)
  const id = result.ok ? result.value.invited[0] : undefined
  if (!id) throw new Error(JSON.stringify(result))
  return { id, token: invitationToken(id, 1), ...person }
}

/** A code of an organization; throws when refused. */
export async function codeWith(event: TestEvent, places: number, typeId: string | null = null, now = NOW) {
  const terms = { label: 'Higher School of Medicine', places, typeId, expiresAt: UNTIL }
  const made = await makeCode(SYSTEM, event.id, terms, now)
  if (!made.ok) throw new Error(JSON.stringify(made))
  return { id: made.value.codeId, code: spellInvitation(codeOf({ id: made.value.codeId, version: 1 })) }
}

type Change = Parameters<typeof filledForm>[1]

/** Somebody who registers with an invitation or a code. */
export const came = (event: TestEvent, ticket: Ticket, change: Change = {}, now = NOW) =>
  registerInvited(ANONYMOUS, event.slug, filledForm(event, change), WORDING, ticket, now)

/** The same, told as the status, or the reason. */
export async function cameAs(event: TestEvent, ticket: Ticket, change: Change = {}, now = NOW): Promise<string> {
  const result = await came(event, ticket, change, now)
  if (result.ok) return result.value.status
  return result.reason === 'invalid' ? result.code : result.reason
}

/** How many seats each pool of an event counts, by its key. */
export async function takenOf(eventId: string): Promise<Record<string, number>> {
  const pools = await db()
    .select({ key: seatPools.key, taken: seatPools.taken })
    .from(seatPools)
    .where(eq(seatPools.eventId, eventId))
  return Object.fromEntries(pools.map(({ key, taken }) => [key, taken]))
}

/** How many seats are held by an invitation or a code, by the keys of their pools. */
export async function heldBy(id: string): Promise<Record<string, number>> {
  const rows = await db()
    .select({ key: seatPools.key, invitationId: seats.invitationId, codeId: seats.codeId })
    .from(seats)
    .innerJoin(seatPools, eq(seatPools.id, seats.poolId))
  const own = rows.filter((row) => row.invitationId === id || row.codeId === id)
  return Object.fromEntries([...Map.groupBy(own, (row) => row.key)].map(([key, all]) => [key, all.length]))
}

export const invitationRow = async (id: string) =>
  (await db().select().from(invitations).where(eq(invitations.id, id)))[0]
export const codeRow = async (id: string) =>
  (await db().select().from(invitationCodes).where(eq(invitationCodes.id, id)))[0]
