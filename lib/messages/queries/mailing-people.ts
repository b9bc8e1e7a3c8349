import 'server-only'
import { and, asc, count, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/client'
import type { OutboxStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { mailingRecipients, mailings } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { MailingTab } from '#lib/messages/schema/mailing-page'

export const PEOPLE_PAGE = 50

export type MailingPerson = Awaited<ReturnType<typeof mailingPeople>>['people'][number]

/** What became of a letter to many, by person: one page, in the printed order of names. */
export async function mailingPeople(actor: Actor, mailingId: string, { tab, page }: { tab: MailingTab; page: number }) {
  const where = and(
    eq(mailingRecipients.mailingId, mailingId),
    within(actor, 'read', mailings.eventId),
    ...(tab === 'all' ? [] : [IN_TAB[tab]]),
  )
  // By the person's few messages: to look through those of the mailing for each of its readers would take as long as their square.
  const message = and(
    eq(outbox.attendeeId, mailingRecipients.attendeeId),
    sql`coalesce(${outbox.mailingId}, '') = ${mailingRecipients.mailingId}`,
    isNull(outbox.userId),
  )
  const [all] = await db()
    .select({ n: count() })
    .from(mailingRecipients)
    .innerJoin(mailings, eq(mailings.id, mailingRecipients.mailingId))
    .leftJoin(outbox, message)
    .where(where)
  const total = all?.n ?? 0
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE))
  const shown = Math.min(page, pages)
  const people = await db()
    .select({
      id: attendees.id,
      title: attendees.title,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      email: attendees.email,
      skipped: mailingRecipients.skipped,
      cancelledAt: mailings.cancelledAt,
      messageId: outbox.id,
      status: outbox.status,
      attempts: outbox.attempts,
      sentAt: outbox.sentAt,
      dueAt: outbox.dueAt,
      lastError: outbox.lastError,
      doubtfulAt: outbox.doubtfulAt,
    })
    .from(mailingRecipients)
    .innerJoin(mailings, eq(mailings.id, mailingRecipients.mailingId))
    .innerJoin(attendees, eq(attendees.id, mailingRecipients.attendeeId))
    .leftJoin(outbox, message)
    .where(where)
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(PEOPLE_PAGE)
    .offset((shown - 1) * PEOPLE_PAGE)
  return {
    people: people.map(({ cancelledAt, ...one }) => ({ ...one, status: told(one.status, one.skipped, cancelledAt) })),
    total,
    page: shown,
    pages,
  }
}

/** Who stands in no outbox is on the way there, or was stopped before. */
function told(status: OutboxStatus | null, skipped: string | null, cancelledAt: Date | null) {
  if (status) return status
  if (skipped) return 'skipped' as const
  return cancelledAt ? ('stopped' as const) : ('queued' as const)
}

const inStatus = (...statuses: OutboxStatus[]): SQL => inArray(outbox.status, statuses)
const outside = and(isNull(outbox.id), isNull(mailingRecipients.skipped)) as SQL

const IN_TAB: Record<Exclude<MailingTab, 'all'>, SQL> = {
  sent: inStatus('sent'),
  open: or(inStatus('queued', 'sending', 'retry'), and(outside, isNull(mailings.cancelledAt))) as SQL,
  failed: inStatus('failed'),
  stopped: or(inStatus('stopped'), and(outside, isNotNull(mailings.cancelledAt))) as SQL,
  skipped: and(isNull(outbox.id), isNotNull(mailingRecipients.skipped)) as SQL,
}
