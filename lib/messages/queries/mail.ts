import 'server-only'
import { and, count, desc, eq, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { invitations } from '#db/schema/invitations'
import { mailingTexts } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { holds } from '#db/search'
import type { Actor } from '#lib/auth/actor'
import { isAdmin, within } from '#lib/auth/queries'
import { searchWords } from '#lib/fold'
import { MAIL_TABS, type MailList, type MailTab } from '#lib/messages/schema/mail-list'

export const MAIL_PAGE = 50

/** What the mail page shows of a message: about whom, to which address, what became of it. */
const shown = {
  id: outbox.id,
  kind: outbox.kind,
  status: outbox.status,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  dueAt: outbox.dueAt,
  sentAt: outbox.sentAt,
  lastError: outbox.lastError,
  doubtfulAt: outbox.doubtfulAt,
  attendeeId: outbox.attendeeId,
  mailingId: outbox.mailingId,
  /** A test copy, or a letter to somebody who works here. */
  toUser: users.email,
  title: attendees.title,
  givenName: sql<string>`coalesce(${attendees.givenName}, ${invitations.givenName}, '')`,
  familyName: sql<string>`coalesce(${attendees.familyName}, ${invitations.familyName}, '')`,
  email: sql<string>`coalesce(${users.email}, ${invitations.email}, ${attendees.email}, '')`,
}

export type MailRow = Awaited<ReturnType<typeof mailPage>>['rows'][number]

/** One page of messages, the latest first, with how many there are in each tab under the same search. */
export async function mailPage(actor: Actor, eventId: string | null, list: MailList) {
  const under = found(actor, eventId, list)
  const counts = await countsBy(under)
  const total = counts[list.tab]
  const pages = Math.max(1, Math.ceil(total / MAIL_PAGE))
  const page = Math.min(list.page, pages)
  const rows = await select()
    .where(and(under, inTab(list.tab)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MAIL_PAGE)
    .offset((page - 1) * MAIL_PAGE)
  return { rows, counts, total, page, pages }
}

/** One message the actor may read, or null. */
export async function mailRecord(actor: Actor, eventId: string | null, id: string) {
  const [row] = await select().where(and(eq(outbox.id, id), mailOf(actor, eventId)))
  return row ?? null
}

/** The messages of an event, for those who may read it; without one those to the people who work here, for administrators. */
export function mailOf(actor: Actor, eventId: string | null): SQL {
  if (eventId === null) return and(isAdmin(actor), inArray(outbox.kind, ['sign-in', 'team'])) as SQL
  return and(
    eq(outbox.eventId, eventId),
    // A letter with what somebody told at another event is nobody's here: that there is one would tell of the other.
    ne(outbox.kind, 'earlier'),
    // Who works on the event, and at which address, organizers alone are told.
    or(ne(outbox.kind, 'team'), within(actor, 'decide', outbox.eventId)),
    within(actor, 'read', outbox.eventId),
  ) as SQL
}

/** The subjects of letters to many, in a language or another. */
export async function subjectsOf(mailingIds: readonly string[], locale: string): Promise<Map<string, string>> {
  if (mailingIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: mailingTexts.mailingId, locale: mailingTexts.locale, subject: mailingTexts.subject })
    .from(mailingTexts)
    .where(inArray(mailingTexts.mailingId, [...new Set(mailingIds)]))
  // The wanted language comes last and stays.
  return new Map(
    rows
      .toSorted((a, b) => Number(a.locale === locale) - Number(b.locale === locale))
      .map((row) => [row.id, row.subject]),
  )
}

/** How many messages of an event have not gone. */
export async function unsentCount(actor: Actor, eventId: string): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(outbox)
    .where(and(mailOf(actor, eventId), inArray(outbox.status, ['queued', 'sending', 'retry'])))
  return row?.n ?? 0
}

const select = () =>
  db()
    .select(shown)
    .from(outbox)
    .leftJoin(attendees, and(eq(attendees.id, outbox.attendeeId), eq(attendees.eventId, outbox.eventId)))
    .leftJoin(invitations, eq(invitations.id, outbox.invitationId))
    .leftJoin(users, eq(users.id, outbox.userId))
    .$dynamic()

async function countsBy(under: SQL): Promise<Record<MailTab, number>> {
  const doubtful = sql<number>`case when ${isNotNull(outbox.doubtfulAt)} then 1 else 0 end`
  const rows = await db()
    .select({ status: outbox.status, doubtful, n: count() })
    .from(outbox)
    .leftJoin(attendees, and(eq(attendees.id, outbox.attendeeId), eq(attendees.eventId, outbox.eventId)))
    .leftJoin(invitations, eq(invitations.id, outbox.invitationId))
    .leftJoin(users, eq(users.id, outbox.userId))
    .where(under)
    .groupBy(outbox.status, doubtful)
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.reduce((all, row) => all + (wanted(row) ? row.n : 0), 0)
  return Object.fromEntries(
    MAIL_TABS.map((tab) => [
      tab,
      sum((row) => {
        if (tab === 'all') return true
        if (tab === 'doubtful') return Number(row.doubtful) === 1
        return tab === 'waiting' ? row.status === 'queued' || row.status === 'sending' : row.status === tab
      }),
    ]),
  ) as Record<MailTab, number>
}

function inTab(tab: MailTab): SQL | undefined {
  if (tab === 'all') return undefined
  if (tab === 'doubtful') return isNotNull(outbox.doubtfulAt)
  return inArray(outbox.status, tab === 'waiting' ? ['queued', 'sending'] : [tab])
}

/** The search wants each word in the person's names, address or code, or the address of an invitation or of somebody who works here. */
function found(actor: Actor, eventId: string | null, { q, attendee }: MailList): SQL {
  const address = q.toLowerCase().replace(/[%_\\]/g, '')
  const words = searchWords(q)
  return and(
    mailOf(actor, eventId),
    attendee ? eq(outbox.attendeeId, attendee) : undefined,
    q
      ? or(
          words.length > 0 ? and(...words.map((word) => holds(attendees.searchKey, word))) : undefined,
          address ? holds(invitations.emailKey, address) : undefined,
          address && eventId === null ? holds(users.email, address) : undefined,
        )
      : undefined,
  ) as SQL
}
