import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { verificationTokens } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { sendEarlier } from '#lib/attendees/mutations/earlier'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { retryFailed } from '#lib/messages/mutations/retry-failed'
import { mailPage, mailRecord, unsentCount } from '#lib/messages/queries/mail'
import { mailText } from '#lib/messages/queries/mail-text'
import { mailList } from '#lib/messages/schema/mail-list'
import { enqueue } from '#lib/outbox/mutations'
import { stopMessage } from '#lib/outbox/mutations/stop'
import { makeEvent, makeUser, NOW, participantOf, registered } from '#tests/setup/factories'

const list = (change: object = {}) => mailList.parse(change)

async function world() {
  const event = await makeEvent()
  const [organizer, staff] = [
    await makeUser([{ slug: event.slug, role: 'organizer' }]),
    await makeUser([{ slug: event.slug, role: 'staff' }]),
  ]
  // Who works here was told so.
  await transaction(async (tx) => void (await tx.delete(outbox).where(eq(outbox.kind, 'team'))))
  const one = await registered(event, { givenName: 'Gulnara', familyName: 'Bekova' })
  const two = await registered(event)
  const set = (attendeeId: string, change: Partial<typeof outbox.$inferInsert>) =>
    transaction(async (tx) => void (await tx.update(outbox).set(change).where(eq(outbox.attendeeId, attendeeId))))
  return { event, organizer, staff, one: one.attendeeId, two: two.attendeeId, set }
}

describe('the messages of an event', () => {
  it('are counted by what became of them, and found by person', async () => {
    const { event, staff, one, two, set } = await world()
    await set(one, { status: 'failed', lastError: 'refused: 550 no' })
    await set(two, { status: 'sent', doubtfulAt: NOW })
    const all = await mailPage(staff, event.id, list())
    expect(all.counts).toEqual({ all: 2, waiting: 0, retry: 0, failed: 1, doubtful: 1, stopped: 0, sent: 1 })
    expect((await mailPage(staff, event.id, list({ tab: 'failed' }))).rows.map((row) => row.attendeeId)).toEqual([one])
    expect((await mailPage(staff, event.id, list({ tab: 'doubtful' }))).rows.map((row) => row.attendeeId)).toEqual([
      two,
    ])
    // In any script, as the list finds them.
    const found = await mailPage(staff, event.id, list({ q: 'Бекова' }))
    expect(found.rows.map((row) => [row.attendeeId, row.lastError])).toEqual([[one, 'refused: 550 no']])
    expect(found.counts.all).toBe(1)
    expect((await mailPage(staff, event.id, list({ attendee: two }))).total).toBe(1)
    expect((await mailPage(staff, event.id, list({ page: 9 }))).page).toBe(1)
  })

  it('are nobody’s but those who may read the event', async () => {
    const { event, one, organizer } = await world()
    const other = await makeEvent()
    const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
    const [row] = (await mailPage(organizer, event.id, list())).rows
    for (const actor of [stranger, ANONYMOUS, participantOf(event, one)]) {
      expect((await mailPage(actor, event.id, list())).total).toBe(0)
      expect(await mailRecord(actor, event.id, row?.id ?? '')).toBeNull()
      expect(await mailText(actor, event.id, row?.id ?? '', '[own]')).toBeNull()
      expect(await unsentCount(actor, event.id)).toBe(0)
    }
    expect(await unsentCount(organizer, event.id)).toBe(2)
    // Not by another event's address either.
    expect(await mailRecord(organizer, other.id, row?.id ?? '')).toBeNull()
  })

  it('read as they would be written, without the links of their readers', async () => {
    const { event, staff, one } = await world()
    const [row] = (await mailPage(staff, event.id, list({ attendee: one }))).rows
    const text = await mailText(staff, event.id, row?.id ?? '', '[own]')
    if (!text?.readable) throw new Error('not readable')
    expect(text.text).toContain('Gulnara Bekova')
    expect(text.text).toContain('[own]')
    expect(text.text).not.toContain(linkToken(one, 1))
    expect(text.text).not.toContain('https://serai.test/r/')
  })

  it('that bring what somebody told at another event are in no list of this one', async () => {
    const [here, elsewhere] = [await world(), await world()]
    const { attendeeId } = await registered(elsewhere.event, {
      email: 'known@elsewhere.example',
      familyName: 'Zhumabaeva',
    })
    await sendEarlier(ANONYMOUS, 'known@elsewhere.example', here.event.slug, NOW)
    const [row] = await db()
      .select({ id: outbox.id, eventId: outbox.eventId })
      .from(outbox)
      .where(and(eq(outbox.kind, 'earlier'), eq(outbox.attendeeId, attendeeId)))
    expect(row?.eventId).toBe(here.event.id)
    for (const { event, staff } of [here, elsewhere]) {
      const { rows } = await mailPage(staff, event.id, list())
      expect(rows.map(({ id }) => id)).not.toContain(row?.id)
      expect(await mailRecord(staff, event.id, row?.id ?? '')).toBeNull()
      expect(await mailText(staff, event.id, row?.id ?? '', '[own]')).toBeNull()
    }
    expect((await mailPage(here.staff, here.event.id, list({ q: 'Zhumabaeva' }))).total).toBe(0)
  })

  it('to those who work here are the administrators’, read without what lets in', async () => {
    const { event, organizer, one } = await world()
    const admin = await makeUser([], true)
    await transaction(async (tx) => {
      await tx.delete(outbox).where(eq(outbox.userId, admin.userId))
      await enqueue(tx, { kind: 'team', userId: organizer.userId, locale: 'en', eventId: event.id }, NOW)
      await enqueue(tx, { kind: 'sign-in', userId: admin.userId, locale: 'en' }, NOW)
    })
    const idOf = async (userId: string) => {
      const [row] = await db().select({ id: outbox.id }).from(outbox).where(eq(outbox.userId, userId))
      return row?.id ?? ''
    }
    const [team, signIn] = [await idOf(organizer.userId), await idOf(admin.userId)]
    const links = async () => (await db().select().from(verificationTokens)).length
    const before = await links()
    const letter = await mailText(admin, null, signIn, '[own]')
    if (!letter?.readable) throw new Error('not readable')
    expect(letter.text).toContain('[own]')
    expect(letter.text).not.toContain('/sign-in/')
    expect(await links()).toBe(before)
    expect(await mailText(admin, null, team, '[own]')).toMatchObject({ readable: true })
    const ids = (await mailPage(admin, null, list())).rows.map(({ id }) => id)
    expect([ids.includes(team), ids.includes(signIn)]).toEqual([true, true])
    const address = (await mailRecord(admin, null, signIn))?.email ?? ''
    expect((await mailPage(admin, null, list({ q: address }))).rows.map(({ id }) => id)).toEqual([signIn])
    // What an event writes to its people stands with the event alone.
    const [own] = (await mailPage(organizer, event.id, list({ attendee: one }))).rows
    expect(await mailRecord(admin, null, own?.id ?? '')).toBeNull()
    for (const actor of [organizer, ANONYMOUS, participantOf(event, one)]) {
      expect((await mailPage(actor, null, list())).total).toBe(0)
      for (const id of [team, signIn]) {
        expect(await mailRecord(actor, null, id)).toBeNull()
        expect(await mailText(actor, null, id, '[own]')).toBeNull()
      }
      expect((await stopMessage(actor, signIn, NOW)).ok).toBe(false)
    }
    expect((await stopMessage(admin, signIn, NOW)).ok).toBe(true)
    expect((await mailPage(admin, null, list({ q: address }))).counts).toMatchObject({ all: 1, stopped: 1 })
  })
})

describe('trying all again', () => {
  it('takes what failed or waits for another attempt, at this event alone', async () => {
    const { event, organizer, one, two, set } = await world()
    const elsewhere = await world()
    await elsewhere.set(elsewhere.one, { status: 'failed' })
    await set(one, { status: 'failed', attempts: 8 })
    await set(two, { status: 'retry', attempts: 3 })
    expect(await retryFailed(organizer, event.id, NOW)).toEqual({ ok: true, value: { again: 2 } })
    const rows = await db().select().from(outbox).where(eq(outbox.eventId, event.id)).orderBy(outbox.id)
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ])
    expect((await mailPage(elsewhere.organizer, elsewhere.event.id, list())).counts.failed).toBe(1)
    const entries = await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, event.id))
    expect(entries.map(({ verb }) => verb)).toContain('message.retry')
    expect(await retryFailed(organizer, event.id, NOW)).toMatchObject({ ok: false, reason: 'not-possible' })
  })

  it('refuses the wrong actor', async () => {
    const { event, staff, one, set } = await world()
    await set(one, { status: 'failed' })
    const stranger = await makeUser([{ slug: (await makeEvent()).slug, role: 'organizer' }])
    for (const actor of [staff, stranger, ANONYMOUS, participantOf(event, one)])
      expect(await retryFailed(actor, event.id, NOW)).toMatchObject({ ok: false })
    const [row] = await db().select().from(outbox).where(eq(outbox.attendeeId, one))
    expect(row?.status).toBe('failed')
  })
})
