import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { mailRefusals } from '#db/schema/mailings'
import { attendeeOfRefusal } from '#lib/messages/policy/refusal'

/** Of which event the letters are that a link refuses, and whether they are refused; null for a link that is none. Tells nothing of the person. */
export async function refusalOf(token: string) {
  const attendeeId = attendeeOfRefusal(token)
  if (!attendeeId) return null
  const [row] = await db()
    .select({ eventId: events.id, defaultLocale: events.defaultLocale, refusedAt: mailRefusals.at })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .leftJoin(mailRefusals, eq(mailRefusals.attendeeId, attendees.id))
    .where(eq(attendees.id, attendeeId))
  if (!row) return null
  const { refusedAt, ...event } = row
  return { ...event, refused: refusedAt !== null }
}
