import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailRefusals } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { attendeeOfRefusal } from '#lib/messages/policy/refusal'

type Answer = Promise<Result<undefined, { reason: 'not-found' }>>

/** Whoever has the link of a letter to many wants no more of them from this event; what concerns the own registration still comes. Twice is once. */
export async function refuseMail(actor: Actor, token: string, now = new Date()): Answer {
  const attendeeId = attendeeOfRefusal(token)
  if (!attendeeId) return refuse('not-found')
  return transaction(async (tx) => {
    const person = await personOf(tx, attendeeId)
    if (!person) return refuse('not-found')
    const added = await tx
      .insert(mailRefusals)
      .values({ attendeeId: person.id, at: now })
      .onConflictDoNothing()
      .returning({ id: mailRefusals.attendeeId })
    if (added.length > 0)
      await record(tx, actor, { verb: 'attendee.refuse-mail', eventId: person.eventId, subjectId: person.id }, now)
    return done()
  })
}

/** Takes that back. */
export async function wantMail(actor: Actor, token: string, now = new Date()): Answer {
  const attendeeId = attendeeOfRefusal(token)
  if (!attendeeId) return refuse('not-found')
  return transaction(async (tx) => {
    const person = await personOf(tx, attendeeId)
    if (!person) return refuse('not-found')
    const gone = await tx
      .delete(mailRefusals)
      .where(eq(mailRefusals.attendeeId, person.id))
      .returning({ id: mailRefusals.attendeeId })
    if (gone.length > 0)
      await record(tx, actor, { verb: 'attendee.want-mail', eventId: person.eventId, subjectId: person.id }, now)
    return done()
  })
}

async function personOf(tx: Tx, attendeeId: string) {
  const [person] = await tx
    .select({ id: attendees.id, eventId: attendees.eventId })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  return person
}
