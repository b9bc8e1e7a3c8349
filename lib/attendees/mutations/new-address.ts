import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { searchKey } from '#lib/attendees/policy'
import { readSealed } from '#lib/attendees/policy/sealed'
import { askedAddress, isGoodToken } from '#lib/attendees/queries/new-address'
import { emailKey } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'

type Asking = { id: string; eventId: string; email: string; emailKey: string; linkVersion: number }

/**
 * Asks the owner of a new address whether it is theirs (the letter is told by its moment, which is this entry's), as part of the verb that changes the record; going back to the present address takes an open question
 * back. Answers the address asked, or null where there is nothing to ask.
 */
export async function askNewAddress(
  tx: Tx,
  actor: Actor,
  attendee: Asking,
  email: string,
  now: Date,
): Promise<string | null> {
  const open = await askedAddress(attendee.id, now, tx)
  const isNew = emailKey(email) !== attendee.emailKey
  if (!isNew && !open) return null
  const about = { eventId: attendee.eventId, subjectId: attendee.id }
  const asked = { email: isNew ? email : '', linkVersion: attendee.linkVersion }
  await record(tx, actor, { verb: 'attendee.ask-address', ...about, after: asked }, now)
  if (!isNew) return null
  await enqueue(tx, { kind: 'link', attendeeId: attendee.id }, now)
  return email
}

/**
 * The owner of a new address says that it is theirs, by the token that only the letter has: it takes the place of the old one, whose link opens nothing any
 * more, and the new link goes there. Refused when somebody else is registered under it. Pressing again changes nothing.
 */
export async function takeNewAddress(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<Result<{ attendeeId: string; linkVersion: number }, { reason: 'not-found' | 'taken' }>> {
  return transaction(async (tx) => {
    const id = readSealed(token)?.id ?? ''
    const [row] = await tx
      .select({
        id: attendees.id,
        eventId: attendees.eventId,
        code: attendees.code,
        givenName: attendees.givenName,
        familyName: attendees.familyName,
        patronymic: attendees.patronymic,
        nativeName: attendees.nativeName,
        badgeName: attendees.badgeName,
        email: attendees.email,
        linkVersion: attendees.linkVersion,
        revision: attendees.revision,
      })
      .from(attendees)
      .where(eq(attendees.id, id))
    const asked = row && (await askedAddress(row.id, now, tx))
    if (!row || !asked || !isGoodToken(token, asked, now)) return refuse('not-found')
    const key = emailKey(asked.email)
    const others = await tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(and(eq(attendees.eventId, row.eventId), eq(attendees.emailKey, key), ne(attendees.id, row.id)))
    if (others.length > 0) return refuse('taken')
    const linkVersion = row.linkVersion + 1
    await tx
      .update(attendees)
      .set({
        email: asked.email,
        emailKey: key,
        searchKey: searchKey({ ...row, email: asked.email }),
        linkVersion,
        // Whoever answers a letter to the address has confirmed it.
        confirmBy: null,
        revision: row.revision + 1,
        updatedAt: now,
      })
      .where(eq(attendees.id, row.id))
    await enqueue(tx, { kind: 'link', attendeeId: row.id }, now)
    const change = { before: { email: row.email }, after: { email: asked.email } }
    await record(
      tx,
      actor,
      { verb: 'attendee.change-address', eventId: row.eventId, subjectId: row.id, ...change },
      now,
    )
    return done({ attendeeId: row.id, linkVersion })
  })
}
