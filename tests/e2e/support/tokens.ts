import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitations } from '#db/schema/invitations'
import { askNewAddress } from '#lib/attendees/mutations/new-address'
import { earlierToken } from '#lib/attendees/policy/earlier-link'
import { newAddressToken } from '#lib/attendees/policy/new-address'
import { invitationToken, linkToken } from '#lib/auth/link'
import { newId } from '#lib/ids'
import { makeCode } from '#lib/invitations/mutations/codes'
import { inviteMany } from '#lib/invitations/mutations/invite'
import { codeOf, spellInvitation } from '#lib/invitations/policy/code'
import { refusalToken } from '#lib/messages/policy/refusal'
import { comes } from './desk.ts'
import { newEmail, TEST, type TestEvent } from './person.ts'

type Place = TestEvent & { from: string }

const DAY_MS = 86_400_000
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

/** Tokens as somebody who guesses may try: of an id that is there, with another seal; of one that is not there. */
const guesses = (good: string) => {
  const id = Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url')
  const seal = () => randomBytes(18).toString('base64url')
  return { good, wrong: good.slice(0, 22) + seal(), unknown: id + seal(), malformed: 'broken-in-two' }
}

/** The private link of somebody who is registered, and one that was revoked. */
export async function privateTokens(event: Place) {
  const id = await comes(event, { given: 'Private' })
  await transaction((tx) => tx.update(attendees).set({ linkVersion: 2 }).where(eq(attendees.id, id)))
  return { id, ...guesses(linkToken(id, 2)), outdated: linkToken(id, 1) }
}

/** The link of an invitation, and the one of a letter before. */
export async function invitationTokens(event: Place) {
  const email = newEmail('invited')
  const terms = { typeId: null, locale: 'en', note: '', holds: false, expiresAt: inDays(9) } as const
  const made = await inviteMany(TEST, event.id, [{ email, givenName: 'Invited', familyName: 'Guest' }], terms)
  const id = made.ok ? (made.value.invited[0] ?? '') : ''
  await transaction((tx) => tx.update(invitations).set({ linkVersion: 2 }).where(eq(invitations.id, id)))
  return { id, email, ...guesses(invitationToken(id, 2)), outdated: invitationToken(id, 1) }
}

/** What asks whether a new address is somebody's, and the question that was asked before it. */
export async function addressTokens(event: Place) {
  const id = await comes(event, { given: 'Moving' })
  const [first, second] = [newEmail('first'), newEmail('second')]
  for (const email of [first, second])
    await transaction(async (tx) => {
      const [row] = await tx.select().from(attendees).where(eq(attendees.id, id))
      if (row) await askNewAddress(tx, TEST, row, email, new Date())
    })
  const token = (email: string) => newAddressToken({ attendeeId: id, email, linkVersion: 1 })
  return { id, ...guesses(token(second)), outdated: token(first) }
}

/** What fills in the form of `event` with what was given at `before`, and the same when its day is over. */
export async function earlierTokens(event: Place, before: Place) {
  const id = await comes(before, { given: 'Earlier' })
  const token = (until: Date) => earlierToken({ attendeeId: id, linkVersion: 1, eventId: event.id, until })
  const good = token(inDays(1))
  const end = good.slice(46)
  const { wrong, unknown, malformed } = guesses(good)
  return { id, good, wrong: wrong + end, unknown: unknown + end, malformed, outdated: token(inDays(-1)) }
}

/** The link that refuses letters to many. It is never revoked. */
export async function refusalTokens(event: Place) {
  const id = await comes(event, { given: 'Refusing' })
  const tokens = guesses(refusalToken(id))
  return { id, ...tokens, outdated: tokens.malformed }
}

/** A code of an organization. */
export async function codeAt(event: Place): Promise<{ id: string; code: string }> {
  const terms = { label: 'Medical school', places: 2, typeId: null, expiresAt: inDays(9) }
  const made = await makeCode(TEST, event.id, terms)
  if (!made.ok) throw new Error(made.reason)
  const id = made.value.codeId
  return { id, code: spellInvitation(codeOf({ id, version: 1 })) }
}
