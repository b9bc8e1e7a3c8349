import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailRefusals } from '#db/schema/mailings'
import { listName } from '#lib/attendees/policy'
import { matching } from '#lib/attendees/queries/list'
import type { AttendeeList } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { type Foreseen, foreseen, SKIPS, type Skip, settled } from '#lib/messages/policy/recipients'

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

/** How many are named of those who are left out for one reason. */
const NAMED = 50

export type LeftOut = Partial<Record<Skip, { id: string; name: string }[]>>

/** How many would get a letter now; and of those who would not the first, by why. */
export async function foresee(
  actor: Actor,
  eventId: string,
  list: AttendeeList,
): Promise<Foreseen & { leftOut: LeftOut }> {
  const people = await recipientsOf(actor, eventId, list)
  const named = SKIPS.flatMap((why) => people.filter(({ skipped }) => skipped === why).slice(0, NAMED))
  const rows = await db()
    .select({ id: attendees.id, givenName: attendees.givenName, familyName: attendees.familyName })
    .from(attendees)
    .where(
      and(
        within(actor, 'read', attendees.eventId),
        inArray(
          attendees.id,
          named.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
  const why = new Map(named.map(({ id, skipped }) => [id, skipped]))
  const leftOut: LeftOut = {}
  for (const row of rows) {
    const skipped = why.get(row.id)
    if (skipped) leftOut[skipped] = [...(leftOut[skipped] ?? []), { id: row.id, name: listName(row) }]
  }
  return { ...foreseen(people), leftOut }
}
