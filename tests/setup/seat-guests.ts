import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import type { Filled } from '#lib/attendees/mutations/registration'
import { registerAgain } from '#lib/attendees/mutations/return'
import { ownReturn } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { invitationToken } from '#lib/auth/link'
import { changeCode, endCode, makeCode } from '#lib/invitations/mutations/codes'
import { declineInvitation } from '#lib/invitations/mutations/decline'
import { handOverPlace } from '#lib/invitations/mutations/handover'
import { inviteMany } from '#lib/invitations/mutations/invite'
import { registerInvited, type Ticket } from '#lib/invitations/mutations/register'
import { withdrawInvitation } from '#lib/invitations/mutations/withdraw'
import { codeOf } from '#lib/invitations/policy/code'
import { participantOf, WORDING } from '#tests/setup/factories'
import { invitee } from '#tests/setup/invitations'
import type { World } from '#tests/setup/seat-world'

/** What is done with invitations and codes in the property test, and by people with their own places. */
export const GUEST_ACTS = ['invite', 'withdraw', 'say-no', 'code', 'code-change', 'code-end', 'give', 'again'] as const
export type GuestAct = (typeof GUEST_ACTS)[number] | 'come' | 'come-with-code'

type Step = { a: number; b: number; c: number }
const HOUR = 3_600_000
const one = (ids: readonly string[], i: number) => ids[i % Math.max(1, ids.length)] ?? ''

/** @param form as somebody fills it in who comes */
export async function takeGuestStep(world: World, act: GuestAct, { a, b, c }: Step, form: Filled): Promise<void> {
  const { event, organizer, now } = world
  const typeId = c % 3 === 0 ? null : (event.typeIds[c % 2] ?? null)
  const expiresAt = new Date(now.getTime() + (b + 1) * 15 * HOUR)
  switch (act) {
    case 'invite': {
      const people = Array.from({ length: 1 + (a % 2) }, invitee)
      const terms = { typeId, locale: 'en' as const, note: '', holds: a !== 7, expiresAt }
      const result = await inviteMany(organizer, event.id, people, terms, now)
      if (result.ok) world.guests.push(...result.value.invited)
      // Full, or a type that is no longer offered.
      else expect(['full', 'not-found']).toContain(result.reason)
      return
    }
    case 'withdraw':
      return void (await withdrawInvitation(organizer, one(world.guests, a), now))
    case 'say-no':
      return void (await declineInvitation(ANONYMOUS, invitationToken(one(world.guests, a) || event.id, 1), now))
    case 'come':
      return come(world, { token: invitationToken(one(world.guests, a) || event.id, 1) }, form)
    case 'come-with-code':
      return come(world, { code: codeOf({ id: one(world.codes, a), version: 1 }) }, form)
    case 'code': {
      const made = await makeCode(organizer, event.id, { label: 'x', places: a % 4, typeId, expiresAt }, now)
      if (made.ok) world.codes.push(made.value.codeId)
      else expect(['full', 'not-found']).toContain(made.reason)
      return
    }
    case 'code-change':
      return void (await changeCode(organizer, one(world.codes, a), { label: 'y', places: c % 5, expiresAt }, now))
    case 'give': {
      const colleague = { ...invitee(), note: '' }
      const given = await handOverPlace(participantOf(event, one(world.people, a)), colleague, now)
      if (given.ok) world.guests.push(given.value.invitationId)
      return
    }
    case 'again': {
      const who = one(world.people, a)
      const [row] = await db().select().from(attendees).where(eq(attendees.id, who))
      if (!row) return
      const { typeId: type, institutionId, countryCode, noticeId, sent } = form
      const again = {
        ...row,
        typeId: type,
        institutionId,
        countryCode,
        institution: 'University',
        noticeId,
        privacy: 'on',
      }
      const parsed = ownReturn.parse({ ...again, revision: String(row.revision) })
      const filled = { ...parsed, sent: sent ?? { typed: new Map(), draftHash: '' } }
      return void (await registerAgain(participantOf(event, who), filled, WORDING, now))
    }
    case 'code-end':
      return void (await endCode(organizer, one(world.codes, a), now))
  }
}

async function come(world: World, ticket: Ticket, form: Filled): Promise<void> {
  const result = await registerInvited(ANONYMOUS, world.event.slug, form, WORDING, ticket, world.now)
  if (result.ok) world.people.push(result.value.attendeeId)
  else expect(['answers', 'invitation-ended', 'invalid', 'not-found']).toContain(result.reason)
}
