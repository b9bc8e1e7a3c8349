import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'

/** The record an actor may decide on, or the participant's own; undefined for everybody else. */
export async function attendeeFor(tx: Tx, actor: Actor, attendeeId: string) {
  const [row] = await tx
    .select({
      id: attendees.id,
      eventId: attendees.eventId,
      code: attendees.code,
      status: attendees.status,
      typeId: attendees.typeId,
      institutionId: attendees.institutionId,
      countryCode: attendees.countryCode,
      codeId: attendees.codeId,
      email: attendees.email,
      emailKey: attendees.emailKey,
      title: attendees.title,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      patronymic: attendees.patronymic,
      nativeName: attendees.nativeName,
      badgeName: attendees.badgeName,
      position: attendees.position,
      phone: attendees.phone,
      locale: attendees.locale,
      linkVersion: attendees.linkVersion,
      revision: attendees.revision,
    })
    .from(attendees)
    .where(and(eq(attendees.id, attendeeId), mine(actor)))
  return row
}

const mine = (actor: Actor) =>
  actor.kind === 'participant' ? eq(attendees.id, actor.attendeeId) : within(actor, 'decide', attendees.eventId)
