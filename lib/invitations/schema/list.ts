import * as z from 'zod'

/** What invitations are counted and filtered by, in the order of their life. */
export const INVITATION_STATUSES = [
  ...(['waiting', 'failed', 'sent', 'seen'] as const),
  ...(['accepted', 'declined', 'expired', 'withdrawn'] as const),
]

/** The list as its address describes it. What no list can be made of is left out. */
export const invitationList = z.object({
  status: z.enum(INVITATION_STATUSES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type InvitationList = z.output<typeof invitationList>

/** The query string of a list, with some of it changed; a change of the status begins at page 1. */
export function listHref(list: InvitationList, change: Partial<InvitationList> = {}): string {
  const next = { ...list, page: 1, ...change }
  const params = new URLSearchParams()
  if (next.status) params.set('status', next.status)
  if (next.page !== 1) params.set('page', String(next.page))
  const query = params.toString()
  return query ? `?${query}` : '?'
}

const DEEDS = ['invite', 'resend', 'withdraw', 'extend', 'made', 'changed', 'ended', 'renewed'] as const
const REFUSALS = ['not-possible', 'too-soon'] as const
export type Deed = (typeof DEEDS)[number]
export type Refused = (typeof REFUSALS)[number]

const count = z.coerce.number().int().min(0).max(100_000).catch(0).default(0)

/** What came of the act that led back to a page; `at` is of that act alone. */
export const outcome = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  refused: z.enum(REFUSALS).optional().catch(undefined),
  at: z.string().max(20).catch('').default(''),
  count,
  skipped: count,
  promoted: count,
  /** The code that is being changed, or what of an invitation. */
  edit: z.string().max(40).catch('').default(''),
})
export type Outcome = z.output<typeof outcome>

type Came = { did: Deed } | { refused: Refused }
type Counts = Partial<Record<'count' | 'skipped' | 'promoted', number>>

/** A page of the invitations' desk, with what came of an act. */
export function cameHref(page: string, came: Came, counts: Counts = {}): string {
  const numbers = Object.entries(counts).map(([name, n]): [string, string] => [name, String(n)])
  return `${page}?${new URLSearchParams([...Object.entries(came), ['at', Date.now().toString(36)], ...numbers])}`
}

/** The list, the page that invites, that of the codes, or of one invitation. */
export const invitationsHref = (slug: string, page = ''): string =>
  `/desk/${slug}/invitations${page === '' ? '' : `/${page}`}`
