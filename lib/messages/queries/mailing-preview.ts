import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailingRecipients } from '#db/schema/mailings'
import { fullName } from '#lib/attendees/policy'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { asHtml } from '#lib/messages/policy/html'
import { attendeeOfLetter } from '#lib/messages/queries/attendee'
import { mailingLetter } from '#lib/messages/queries/mailing'
import type { MailingRecord } from '#lib/messages/queries/mailings'
import { recipientsOf } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'

/**
 * A letter to many as one of those it is for reads it: the one asked for, else the first; without anybody, with its placeholders as they are.
 * Null where it has no words. `html` is ours but for the organizers' Markdown.
 */
export async function previewMailing(
  actor: Actor,
  mailing: Pick<MailingRecord, 'id' | 'eventId' | 'filters' | 'scheduledFor' | 'texts'>,
  asked: { as?: string | undefined; in?: string | undefined },
) {
  const ids = await writtenTo(actor, mailing)
  const at = Math.max(0, ids.indexOf(asked.as ?? ''))
  const id = ids[at]
  const person = id ? await attendeeOfLetter(id) : null
  const made = await mailingLetter(mailing, person, asked.in ?? person?.locale ?? '', 'preview')
  if (!made) return null
  return {
    html: asHtml(made.letter, { fragment: true }),
    subject: made.letter.subject,
    locale: made.letter.locale,
    person: person && { id: person.id, name: fullName(person), email: person.email, locale: person.locale },
    place: at + 1,
    of: ids.length,
    before: ids[at - 1],
    after: ids[at + 1],
  }
}

/** Those who get it: fixed once it has its time, before that whom the filters find. */
async function writtenTo(
  actor: Actor,
  { id, eventId, filters, scheduledFor }: { id: string; eventId: string; filters: string; scheduledFor: Date | null },
): Promise<string[]> {
  if (!scheduledFor) {
    const people = await recipientsOf(actor, eventId, listFrom(filters))
    return people.flatMap((one) => (one.skipped ? [] : [one.id]))
  }
  const rows = await db()
    .select({ id: attendees.id })
    .from(mailingRecipients)
    .innerJoin(attendees, eq(attendees.id, mailingRecipients.attendeeId))
    .where(
      and(
        eq(mailingRecipients.mailingId, id),
        isNull(mailingRecipients.skipped),
        within(actor, 'read', attendees.eventId),
      ),
    )
    .orderBy(asc(attendees.registeredAt), asc(attendees.id))
  return rows.map((row) => row.id)
}
