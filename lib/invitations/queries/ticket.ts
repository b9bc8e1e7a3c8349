import 'server-only'
import type { Ticket } from '#lib/invitations/mutations/register'
import { codeFor, invitationOf } from '#lib/invitations/queries/invited'

/** What a form says that lets somebody in. */
export type Came = {
  ticket: Ticket | null
  /** The capacity it fixes. */
  typeId: string | null
  /** What is wrong with a code, to be told together with the other errors. The mutation alone decides. */
  problem: 'code-unknown' | 'code-used-up' | null
}

/** The invitation or code that came with a form; the link of an invitation goes before a code. */
export async function ticketIn(values: Record<string, string>, slug: string, now: Date): Promise<Came> {
  const token = values.invitation?.trim()
  if (token) {
    const invitation = await invitationOf(token, now)
    return { ticket: { token }, typeId: invitation?.typeId ?? null, problem: null }
  }
  const typed = values.code?.trim()
  if (!typed) return { ticket: null, typeId: null, problem: null }
  const code = await codeFor(slug, typed, now)
  const problem = code ? (code.left > 0 ? null : 'code-used-up') : 'code-unknown'
  return { ticket: { code: typed }, typeId: code?.typeId ?? null, problem }
}
