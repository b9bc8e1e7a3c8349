import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { editOwn } from '#lib/attendees/mutations/edit-own'
import { registerAgain } from '#lib/attendees/mutations/return'
import { ownEdit, ownReturn } from '#lib/attendees/schema/person'
import { NOW, participantOf, type TestEvent, WORDING } from '#tests/setup/factories'

/** What stands beside the fields of a form: answers, and which form it was. */
export const sent = (typed: Record<string, string> = {}) => ({
  typed: new Map(Object.entries(typed).map(([name, value]) => [name, [value]])),
  draftHash: 'none',
})

/** The registration as it is stored. */
export async function rowOf(id: string) {
  const [row] = await db().select().from(attendees).where(eq(attendees.id, id))
  if (!row) throw new Error('gone')
  return row
}

/** The form as it stands filled in, with changes. */
export async function formOf(id: string, change: Record<string, string> = {}) {
  const {
    email,
    title,
    givenName,
    familyName,
    nativeName,
    position,
    countryCode,
    typeId,
    phone,
    institutionId,
    revision,
  } = await rowOf(id)
  const known = { email, title, givenName, familyName, nativeName, position, countryCode, typeId, phone, institutionId }
  return { ...known, institution: 'University', revision: String(revision), ...change }
}

/** Its owner sends it. */
export const edit = async (event: TestEvent, id: string, change: Record<string, string> = {}, typed = {}, now = NOW) =>
  editOwn(participantOf(event, id), { ...ownEdit.parse(await formOf(id, change)), sent: sent(typed) }, 'en', now)

/** Its owner, who gave the place up, sends it to register again. */
export const comeBack = async (
  event: TestEvent,
  id: string,
  change: Record<string, string> = {},
  typed = {},
  now = NOW,
) => {
  const form = await formOf(id, { noticeId: event.noticeId, privacy: 'on', ...change })
  return registerAgain(participantOf(event, id), { ...ownReturn.parse(form), sent: sent(typed) }, WORDING, now)
}

export const setEvent = (event: TestEvent, change: Partial<typeof events.$inferInsert>) =>
  transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, event.id))
  })

/** What letters were put into the outbox, in order. */
export const kinds = async (id: string) =>
  (await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, id)).orderBy(outbox.id)).map(
    (row) => row.kind,
  )
