import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'

/** Whom a letter is about. */
export type Reader = {
  /** Null for the made-up person of a preview. */
  id: string | null
  email: string
  status: AttendeeStatus
  givenName: string
  familyName: string
  nativeName: string
  code: string
  locale: string
  linkVersion: number
  confirmBy: Date | null
  /** Null for the made-up person of a preview. */
  registeredAt: Date | null
  revision: number
}

/** An attendee as letters need to know one. For letters alone: nobody is asked who reads it. */
export async function attendeeOfLetter(attendeeId: string): Promise<(Reader & { id: string; eventId: string }) | null> {
  const [row] = await db()
    .select({
      id: attendees.id,
      eventId: attendees.eventId,
      email: attendees.email,
      status: attendees.status,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      nativeName: attendees.nativeName,
      code: attendees.code,
      locale: attendees.locale,
      linkVersion: attendees.linkVersion,
      confirmBy: attendees.confirmBy,
      registeredAt: attendees.registeredAt,
      revision: attendees.revision,
    })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  return row ?? null
}
