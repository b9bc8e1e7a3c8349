import 'server-only'
import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client'
import type { OutboxStatus } from '#db/enums'
import { users } from '#db/schema/auth'
import { mailingRecipients, mailings, mailingTexts } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { localized } from '#lib/events/policy'
import { type MailingState, mailingState } from '#lib/messages/policy/mailing'
import type { Skip } from '#lib/messages/policy/recipients'

/** How far a letter to many has come. `open` has neither gone nor failed; the four and nothing else make the total. */
export type Progress = { total: number; sent: number; open: number; failed: number; stopped: number }

const facts = {
  id: mailings.id,
  eventId: mailings.eventId,
  filters: mailings.filters,
  createdAt: mailings.createdAt,
  scheduledFor: mailings.scheduledFor,
  startedAt: mailings.startedAt,
  cancelledAt: mailings.cancelledAt,
  revision: mailings.revision,
  by: sql<string | null>`coalesce(nullif(${users.name}, ''), ${users.email})`,
}
const words = { mailingId: mailingTexts.mailingId, locale: mailingTexts.locale }

export type MailingLine = Awaited<ReturnType<typeof mailingsOf>>[number]

/** The letters to many of an event, the latest first, each with how far it has come. */
export async function mailingsOf(
  actor: Actor,
  event: { id: string; defaultLocale: string },
  locale: string,
  now = new Date(),
) {
  const mine = and(eq(mailings.eventId, event.id), within(actor, 'read', mailings.eventId))
  const rows = await db()
    .select(facts)
    .from(mailings)
    .leftJoin(users, eq(users.id, mailings.createdById))
    .where(mine)
    .orderBy(desc(sql`coalesce(${mailings.scheduledFor}, ${mailings.createdAt})`), desc(mailings.id))
  const texts = await db()
    .select({ ...words, subject: mailingTexts.subject })
    .from(mailingTexts)
    .innerJoin(mailings, eq(mailings.id, mailingTexts.mailingId))
    .where(mine)
  const totals = await db()
    .select({ id: mailings.id, n: count() })
    .from(mailingRecipients)
    .innerJoin(mailings, eq(mailings.id, mailingRecipients.mailingId))
    .where(and(mine, isNull(mailingRecipients.skipped)))
    .groupBy(mailings.id)
  const statuses = await db()
    .select({ id: outbox.mailingId, status: outbox.status, n: count() })
    .from(outbox)
    .where(
      and(
        eq(outbox.eventId, event.id),
        isNotNull(outbox.mailingId),
        isNull(outbox.userId),
        within(actor, 'read', outbox.eventId),
      ),
    )
    .groupBy(outbox.mailingId, outbox.status)
  return rows.map((row) => {
    const own = texts.filter(({ mailingId }) => mailingId === row.id).map(({ mailingId: _, ...text }) => text)
    const total = totals.find(({ id }) => id === row.id)?.n ?? 0
    const told = statuses.filter(({ id }) => id === row.id)
    return { ...row, subject: localized(own, locale, event.defaultLocale).subject, ...standOf(row, total, told, now) }
  })
}

export type MailingRecord = NonNullable<Awaited<ReturnType<typeof mailingRecord>>>

/** One letter to many of an event the actor may read, or null. */
export async function mailingRecord(actor: Actor, eventId: string, mailingId: string, now = new Date()) {
  const [row] = await db()
    .select(facts)
    .from(mailings)
    .leftJoin(users, eq(users.id, mailings.createdById))
    .where(and(eq(mailings.id, mailingId), eq(mailings.eventId, eventId), within(actor, 'read', mailings.eventId)))
  if (!row) return null
  const [texts, recipients, told, history] = await Promise.all([
    db()
      .select({ locale: mailingTexts.locale, subject: mailingTexts.subject, body: mailingTexts.body })
      .from(mailingTexts)
      .where(eq(mailingTexts.mailingId, row.id)),
    db()
      .select({ skipped: mailingRecipients.skipped, n: count() })
      .from(mailingRecipients)
      .where(eq(mailingRecipients.mailingId, row.id))
      .groupBy(mailingRecipients.skipped),
    db()
      .select({ status: outbox.status, n: count() })
      .from(outbox)
      .where(and(eq(outbox.mailingId, row.id), isNull(outbox.userId)))
      .groupBy(outbox.status),
    historyOf(row.id),
  ])
  const total = recipients.find(({ skipped }) => skipped === null)?.n ?? 0
  const skipped = Object.fromEntries(recipients.flatMap(({ skipped: why, n }) => (why ? [[why, n]] : []))) as Partial<
    Record<Skip, number>
  >
  return { ...row, texts, skipped, history, ...standOf(row, total, told, now) }
}

type Dates = { scheduledFor: Date | null; startedAt: Date | null; cancelledAt: Date | null }

function standOf(
  dates: Dates,
  total: number,
  told: readonly { status: OutboxStatus; n: number }[],
  now: Date,
): { state: MailingState; progress: Progress } {
  const sum = (...wanted: OutboxStatus[]) =>
    told.reduce((all, { status, n }) => all + (wanted.includes(status) ? n : 0), 0)
  // Whoever is not in the outbox yet is on the way there, or never will be.
  const outside = Math.max(0, total - told.reduce((all, { n }) => all + n, 0))
  const open = sum('queued', 'sending', 'retry') + (dates.cancelledAt ? 0 : outside)
  const stopped = sum('stopped') + (dates.cancelledAt ? outside : 0)
  return {
    state: mailingState(dates, open, now),
    progress: { total, sent: sum('sent'), failed: sum('failed'), open, stopped },
  }
}
