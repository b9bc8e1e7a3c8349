import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailRefusals } from '#db/schema/mailings'
import { matching } from '#lib/attendees/queries/list'
import type { AttendeeList } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { type Foreseen, foreseen, settled } from '#lib/messages/policy/recipients'

/** What decides whether somebody gets a letter to many. */
export const candidate = {
  id: attendees.id,
  email: attendees.email,
  emailKey: attendees.emailKey,
  status: attendees.status,
  locale: attendees.locale,
  confirmBy: attendees.confirmBy,
  refusedAt: mailRefusals.at,
}

/** Everybody whom the list's filters find, in the order of registering, each with why there is no letter, or null. */
export async function recipientsOf(actor: Actor, eventId: string, list: AttendeeList, reader: Db = db()) {
  const people = await reader
    .select(candidate)
    .from(attendees)
    .leftJoin(mailRefusals, eq(mailRefusals.attendeeId, attendees.id))
    .where(matching(actor, eventId, list))
    .orderBy(asc(attendees.registeredAt), asc(attendees.id))
  return settled(people, list.status)
}

/** How many would get a letter now. */
export const foresee = async (actor: Actor, eventId: string, list: AttendeeList): Promise<Foreseen> =>
  foreseen(await recipientsOf(actor, eventId, list))
