import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { outbox } from '#db/schema/outbox'
import { sendLinks } from '#lib/attendees/mutations/link'
import { ANONYMOUS } from '#lib/auth/actor'
import { makeEvent, NOW, registered } from '#tests/setup/factories'

const linksTo = async (attendeeId: string) =>
  (await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, attendeeId))).filter(
    (message) => message.kind === 'link',
  ).length

describe('sending the private link again', () => {
  it('sends the link of one event, and leaves others alone', async () => {
    const [here, there] = [await makeEvent(), await makeEvent()]
    const email = 'one.of.two@mail.test'
    const [a, b] = [await registered(here, { email }), await registered(there, { email })]
    await sendLinks(ANONYMOUS, email, here.slug, NOW)
    expect([await linksTo(a.attendeeId), await linksTo(b.attendeeId)]).toEqual([1, 0])
  })

  it('sends every link of an address, however it is written, and says so in the audit', async () => {
    const [here, there] = [await makeEvent(), await makeEvent()]
    const [a, b] = [
      await registered(here, { email: 'Both@Mail.test' }),
      await registered(there, { email: 'both@mail.test' }),
    ]
    await sendLinks(ANONYMOUS, 'BOTH@mail.TEST', null, NOW)
    expect([await linksTo(a.attendeeId), await linksTo(b.attendeeId)]).toEqual([1, 1])
    const entries = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, a.attendeeId))
    const sent = entries.find((entry) => entry.verb === 'attendee.send-link')
    expect(sent).toMatchObject({ actorKind: 'anonymous', eventId: here.id })
  })

  it('answers the same for an address that nobody has, and sends nothing', async () => {
    const before = (await db().select({ id: outbox.id }).from(outbox)).length
    await expect(sendLinks(ANONYMOUS, 'nobody@mail.test', null, NOW)).resolves.toBeUndefined()
    expect(await db().select({ id: outbox.id }).from(outbox)).toHaveLength(before)
  })

  it('passes over events that are over, unless one is asked for', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event, { email: 'late@mail.test' })
    const after = new Date('2027-05-01T00:00:00Z')
    await sendLinks(ANONYMOUS, 'late@mail.test', null, after)
    expect(await linksTo(attendeeId)).toBe(0)
    await sendLinks(ANONYMOUS, 'late@mail.test', event.slug, after)
    expect(await linksTo(attendeeId)).toBe(1)
  })
})
