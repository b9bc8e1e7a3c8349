import 'server-only'
import { and, asc, count, desc, eq, isNotNull, isNull, max, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/client'
import type { InvitationOutcome } from '#db/enums'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { outbox } from '#db/schema/outbox'
import { seatPools } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { codeOf, spellInvitation } from '#lib/invitations/policy/code'
import { statusOf } from '#lib/invitations/policy/status'

/** The newest letter of an invitation; `stopped` was taken back before it was sent. */
export type LetterState = (typeof outbox.status)['_']['data']
/** What an invitation is counted and filtered by: how it ended, else how far it came. */
export type InvitationStatus = ReturnType<typeof statusOf>

export type InvitationRow = {
  id: string
  email: string
  name: string
  typeId: string | null
  holds: boolean
  expiresAt: Date
  createdAt: Date
  status: InvitationStatus
  mail: LetterState
  mailError: string | null
  seenAt: Date | null
  outcome: InvitationOutcome | null
  endedAt: Date | null
  attendeeId: string | null
}

export const INVITATIONS_PAGE = 50

/** The invitations of an event, the latest first, a page of them; `counts` are of all. For staff. */
export async function invitationsOf(
  actor: Actor,
  eventId: string,
  { status, page = 1 }: { status?: InvitationStatus; page?: number } = {},
): Promise<{ total: number; counts: Record<InvitationStatus, number>; rows: InvitationRow[] }> {
  const mine = and(eq(invitations.eventId, eventId), within(actor, 'read', invitations.eventId))
  const letter = newestLetters(eventId)
  const seen = sql<number>`case when ${invitations.seenAt} is null then 0 else 1 end`
  const [groups, rows] = await Promise.all([
    db()
      .select({ outcome: invitations.outcome, mail: outbox.status, seen, n: count() })
      .from(invitations)
      .leftJoin(letter, eq(letter.invitationId, invitations.id))
      .leftJoin(outbox, eq(outbox.id, letter.id))
      .where(mine)
      .groupBy(invitations.outcome, outbox.status, seen),
    db()
      .select({
        id: invitations.id,
        email: invitations.email,
        givenName: invitations.givenName,
        familyName: invitations.familyName,
        typeId: invitations.typeId,
        holds: invitations.holds,
        expiresAt: invitations.expiresAt,
        createdAt: invitations.createdAt,
        mail: outbox.status,
        mailError: outbox.lastError,
        seenAt: invitations.seenAt,
        outcome: invitations.outcome,
        endedAt: invitations.endedAt,
        attendeeId: invitations.attendeeId,
      })
      .from(invitations)
      .leftJoin(letter, eq(letter.invitationId, invitations.id))
      .leftJoin(outbox, eq(outbox.id, letter.id))
      .where(and(mine, status && inStatus(status)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(INVITATIONS_PAGE)
      .offset((page - 1) * INVITATIONS_PAGE),
  ])
  const counts = { failed: 0, waiting: 0, sent: 0, seen: 0, accepted: 0, declined: 0, expired: 0, withdrawn: 0 }
  for (const group of groups)
    counts[
      statusOf({ outcome: group.outcome, mail: group.mail ?? 'queued', seenAt: Number(group.seen) ? EVER : null })
    ] += group.n
  return {
    total: status ? counts[status] : Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    rows: rows.map(({ givenName, familyName, mail, ...row }) => {
      const told = { ...row, mail: mail ?? ('queued' as const) }
      return { ...told, name: [givenName, familyName].filter(Boolean).join(' '), status: statusOf(told) }
    }),
  }
}

const EVER = new Date(0)

/** The last letter of each invitation of an event: ids sort by their making. */
const newestLetters = (eventId: string) =>
  db()
    .select({ invitationId: outbox.invitationId, id: max(outbox.id).as('letter_id') })
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), isNotNull(outbox.invitationId)))
    .groupBy(outbox.invitationId)
    .as('letter')

/** What `statusOf` says, for the database. */
function inStatus(status: InvitationStatus): SQL | undefined {
  const open = isNull(invitations.outcome)
  const mail = sql`coalesce(${outbox.status}, 'queued')`
  switch (status) {
    case 'failed':
      return and(open, eq(mail, 'failed'))
    case 'seen':
      return and(open, ne(mail, 'failed'), isNotNull(invitations.seenAt))
    case 'sent':
      return and(open, eq(mail, 'sent'), isNull(invitations.seenAt))
    case 'waiting':
      return and(open, notInArray(mail, ['sent', 'failed']), isNull(invitations.seenAt))
    default:
      return eq(invitations.outcome, status)
  }
}

export type CodeRow = {
  id: string
  /** As people write it, `BISH-7K2Q`; empty for those who may not decide. */
  code: string
  label: string
  typeId: string | null
  places: number
  used: number
  /** Places held for those who have not come yet. */
  held: number
  expiresAt: Date
  outcome: 'expired' | 'withdrawn' | null
  endedAt: Date | null
}

/** The codes of an event, open ones first, each by the order of their making. For staff; organizers see how they are spelled. */
export async function codesOf(actor: Actor, eventId: string): Promise<CodeRow[]> {
  const decides = within(actor, 'decide', invitationCodes.eventId)
  const rows = await db()
    .select({
      id: invitationCodes.id,
      version: invitationCodes.version,
      label: invitationCodes.label,
      typeId: invitationCodes.typeId,
      places: seatPools.capacity,
      used: seatPools.taken,
      expiresAt: invitationCodes.expiresAt,
      outcome: invitationCodes.outcome,
      endedAt: invitationCodes.endedAt,
      decides: sql<number>`case when ${decides} then 1 else 0 end`,
    })
    .from(invitationCodes)
    .innerJoin(seatPools, eq(seatPools.id, invitationCodes.id))
    .where(and(eq(invitationCodes.eventId, eventId), within(actor, 'read', invitationCodes.eventId)))
    .orderBy(asc(invitationCodes.createdAt), asc(invitationCodes.id))
  const told = rows.map(({ version, decides: may, ...row }) => ({
    ...row,
    code: Number(may) === 1 ? spellInvitation(codeOf({ id: row.id, version })) : '',
    places: row.places ?? 0,
    held: row.outcome ? 0 : Math.max(0, (row.places ?? 0) - row.used),
  }))
  return [...told.filter((row) => !row.outcome), ...told.filter((row) => row.outcome)]
}
