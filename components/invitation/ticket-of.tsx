import { headers } from 'next/headers'
import type { PublicEvent } from '#lib/events/queries/event'
import { readCode, spellInvitation } from '#lib/invitations/policy/code'
import { codeFor, type Invited, invitationOf } from '#lib/invitations/queries/invited'
import { codesWork } from '#lib/invitations/queries/offered'
import { allow } from '#lib/limits'

/** With what somebody comes to the form: an invitation, a code, or nothing. */
export type FormTicket =
  | { kind: 'invitation'; token: string; invitation: Invited }
  | { kind: 'ended'; token: string }
  | { kind: 'code'; code: string; label: string; typeId: string | null; left: number }
  /** `asks`: whether a code is worth asking for; `problem` is of the one that was typed. */
  | { kind: 'none'; asks: boolean; typed: string; problem: CodeProblem | null }

export type CodeProblem = { why: 'code-unknown' | 'code-used-up' } | { why: 'too-many'; minutes: number }

const LONGEST = 40

/** What the address of the form says of an invitation or a code. Trying codes is limited. */
export async function ticketOf(
  event: PublicEvent,
  { invitation: token, code }: { invitation?: unknown; code?: unknown },
): Promise<FormTicket> {
  if (typeof token === 'string' && token) {
    const invitation = await invitationOf(token)
    return invitation?.eventId === event.id && !invitation.outcome
      ? { kind: 'invitation', token, invitation }
      : { kind: 'ended', token: encodeURIComponent(token) }
  }
  const typed = typeof code === 'string' ? code.trim().slice(0, LONGEST) : ''
  if (!typed) return { kind: 'none', asks: await codesWork(event.id), typed: '', problem: null }
  const none = (problem: CodeProblem): FormTicket => ({ kind: 'none', asks: true, typed, problem })
  const address = (await headers()).get('x-serai-address') ?? ''
  const allowed = await allow('code-address', `${address} ${event.id}`)
  if (!allowed.ok) return none({ why: 'too-many', minutes: Math.ceil(allowed.retryAfterSeconds / 60) })
  const found = await codeFor(event.slug, typed)
  if (!found) return none({ why: 'code-unknown' })
  if (found.left === 0) return none({ why: 'code-used-up' })
  return { kind: 'code', code: spellInvitation(readCode(typed) ?? typed), ...found }
}
