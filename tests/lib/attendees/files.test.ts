import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { questions } from '#db/schema/forms'
import { openFile } from '#lib/attendees/mutations/open-file'
import { ownFile } from '#lib/attendees/queries/files'
import { ANONYMOUS } from '#lib/auth/actor'
import { fileAnswer } from '#lib/files/answer'
import { adopt } from '#lib/files/mutations/adopt'
import { keepDraft } from '#lib/files/mutations/keep'
import { newId } from '#lib/ids'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { makeFileQuestion, PDF } from '#tests/setup/files'

let event: TestEvent
let other: TestEvent
beforeAll(async () => {
  event = await makeEvent()
  other = await makeEvent()
})

const HASH = 'a'.repeat(64)

/** A file of a new attendee of the event. */
async function sent(dataClass: 'logistics' | 'sensitive' = 'logistics') {
  const questionId = await makeFileQuestion(event.id, { dataClass })
  const { attendeeId } = await registered(event)
  const draft = await keepDraft(
    { eventId: event.id, questionId, draftHash: HASH, name: 'Visa Айгүл.pdf', bytes: PDF, accept: 'file' },
    NOW,
  )
  if (!draft.ok) throw new Error(draft.reason)
  const { id } = draft.value
  await transaction((tx) => adopt(tx, [id], HASH, event.id, questionId, attendeeId))
  return { id, attendeeId, questionId }
}
const staffOf = ({ slug }: TestEvent) => makeUser([{ slug, role: 'staff' }])
const organizerOf = ({ slug }: TestEvent) => makeUser([{ slug, role: 'organizer' }])
const NOT_FOUND = { ok: false, reason: 'not-found' }

describe('a file at the desk', () => {
  test('is opened by staff, and who opened it is written down', async () => {
    const { id, attendeeId, questionId } = await sent()
    const staff = await staffOf(event)
    expect(await openFile(staff, id, NOW)).toMatchObject({ ok: true, value: { id, name: 'Visa Айгүл.pdf' } })
    const [entry] = await db().select().from(auditEntries).where(eq(auditEntries.actorId, staff.userId))
    expect(entry).toMatchObject({
      verb: 'file.read',
      subjectId: attendeeId,
      eventId: event.id,
      after: { file: id, question: questionId },
    })
  })

  test('is opened by organizers alone when it is sensitive', async () => {
    const { id } = await sent('sensitive')
    expect(await openFile(await staffOf(event), id)).toEqual(NOT_FOUND)
    expect(await openFile(await organizerOf(event), id)).toMatchObject({ ok: true })
    expect(await openFile(await makeUser([], true), id)).toMatchObject({ ok: true })
  })

  test('is not found by another event’s organizer, by participants or by strangers', async () => {
    const { id, attendeeId } = await sent()
    for (const actor of [await makeUser(), participantOf(event, attendeeId), ANONYMOUS])
      expect(await openFile(actor, id)).toEqual(NOT_FOUND)
    const organizer = await organizerOf(other)
    const mark = await db().$count(auditEntries)
    expect(await openFile(organizer, id)).toEqual(NOT_FOUND)
    expect(await db().$count(auditEntries)).toBe(mark)
  })

  test('is not found while it is a draft, or when there is none', async () => {
    const questionId = await makeFileQuestion(event.id)
    const draft = await keepDraft(
      { eventId: event.id, questionId, draftHash: HASH, name: 'a.pdf', bytes: PDF, accept: 'file' },
      NOW,
    )
    const organizer = await organizerOf(event)
    expect(await openFile(organizer, draft.ok ? draft.value.id : '')).toEqual(NOT_FOUND)
    for (const id of [newId(), '', '../../etc/passwd', "' or 1=1"])
      expect(await openFile(organizer, id)).toEqual(NOT_FOUND)
  })
})

describe('one’s own file', () => {
  test('is open to its owner alone', async () => {
    const { id, attendeeId } = await sent('sensitive')
    expect(await ownFile(participantOf(event, attendeeId), id)).toMatchObject({ id })
    const { attendeeId: stranger } = await registered(event)
    expect(await ownFile(participantOf(event, stranger), id)).toBeNull()
    expect(await ownFile(ANONYMOUS, id)).toBeNull()
    expect(await ownFile(participantOf(event, attendeeId), newId())).toBeNull()
  })

  test('is hidden when staff alone answer the question', async () => {
    const { id, attendeeId, questionId } = await sent()
    await transaction((tx) => tx.update(questions).set({ staffOnly: true }).where(eq(questions.id, questionId)))
    expect(await ownFile(participantOf(event, attendeeId), id)).toBeNull()
  })
})

test('the answer saves the file and runs nothing', async () => {
  const { id, attendeeId } = await sent()
  const answer = await fileAnswer(await ownFile(participantOf(event, attendeeId), id))
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF)
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-length': String(PDF.length),
    'content-disposition': `attachment; filename="Visa _____.pdf"; filename*=UTF-8''${encodeURIComponent('Visa Айгүл.pdf')}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect((await fileAnswer(null)).status).toBe(404)
  expect((await fileAnswer({ id: newId(), name: 'gone.pdf', mediaType: 'application/pdf' })).status).toBe(404)
})
