import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import { invitationCodes } from '#db/schema/codes'

/** Whether organizations have codes for an event that still work: only then is anybody asked for one. Public. */
export async function codesWork(eventId: string, now = new Date()): Promise<boolean> {
  const rows = await db()
    .select({ id: invitationCodes.id })
    .from(invitationCodes)
    .where(
      and(eq(invitationCodes.eventId, eventId), isNull(invitationCodes.outcome), gt(invitationCodes.expiresAt, now)),
    )
    .limit(1)
  return rows.length > 0
}
