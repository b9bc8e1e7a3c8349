import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees, cancellations } from '#db/schema/attendees'
import { handovers } from '#db/schema/handovers'
import { invitations } from '#db/schema/invitations'
import { historyOf } from '#lib/audit/queries'

/** Why an organizer declined or cancelled; what participants wrote themselves is not told back to them. For letters alone, as all here. */
export async function reasonOf(kind: 'declined' | 'cancelled', attendeeId: string): Promise<string> {
  if (kind === 'declined')
    return (await historyOf(attendeeId)).find((entry) => entry.verb === 'attendee.decline')?.reason ?? ''
  const [last] = await db()
    .select({ byKind: cancellations.byKind, reason: cancellations.reason })
    .from(cancellations)
    .where(eq(cancellations.attendeeId, attendeeId))
    .orderBy(desc(cancellations.at))
    .limit(1)
  return last?.byKind === 'user' ? last.reason : ''
}

const names = {
  givenName: attendees.givenName,
  familyName: attendees.familyName,
  nativeName: attendees.nativeName,
}

/** Who came in somebody's place. */
export async function colleagueOf(attendeeId: string) {
  const [row] = await db()
    .select(names)
    .from(handovers)
    .innerJoin(invitations, eq(invitations.id, handovers.invitationId))
    .innerJoin(attendees, eq(attendees.id, invitations.attendeeId))
    .where(eq(handovers.attendeeId, attendeeId))
    .orderBy(desc(invitations.endedAt))
    .limit(1)
  return row ?? null
}

/** Whose place an invitation passes on. */
export async function giverOf(invitationId: string) {
  const [row] = await db()
    .select(names)
    .from(handovers)
    .innerJoin(attendees, eq(attendees.id, handovers.attendeeId))
    .where(eq(handovers.invitationId, invitationId))
  return row ?? null
}
