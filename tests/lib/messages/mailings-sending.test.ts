import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { mailings } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { ANONYMOUS } from '#lib/auth/actor'
import { cancelMailing } from '#lib/messages/mutations/mailings/cancel'
import { queueMailings } from '#lib/messages/mutations/mailings/queue'
import { resendMailing } from '#lib/messages/mutations/mailings/resend'
import { testMailing } from '#lib/messages/mutations/mailings/test-copy'
import { refuseMail } from '#lib/messages/mutations/refusal'
import { refusalToken } from '#lib/messages/policy/refusal'
import { composeMailing } from '#lib/messages/queries/mailing'
import { NOW, participantOf } from '#tests/setup/factories'
import {
  composed,
  crowd,
  draft,
  event,
  later,
  mark,
  organizer,
  people,
  record,
  rowsOf,
  send,
  set,
  startMailing,
  TEXTS,
} from '#tests/setup/mailings'

beforeEach(startMailing)

describe('sending', () => {
  it('goes out at its time and not before', async () => {
    const id = await draft()
    expect(await send(id, 3, NOW)).toMatchObject({ ok: false, reason: 'past' })
    await send(id, 3, later(60))
    await queueMailings(later(59))
    expect(await rowsOf(id)).toEqual([])
    expect((await record(id, later(59)))?.state).toBe('scheduled')
    await queueMailings(later(60))
    expect(await rowsOf(id)).toHaveLength(3)
    expect((await rowsOf(id))[0]).toMatchObject({ status: 'queued', eventId: event.id })
    expect((await record(id, later(60)))?.state).toBe('sending')
    for (const person of people) await mark(id, person, 'sent')
    expect(await record(id, later(61))).toMatchObject({ state: 'sent', progress: { total: 3, sent: 3, open: 0 } })
  })

  it('is written to each in the own language, with the own link and the way to refuse', async () => {
    const [first = '', second = ''] = people
    await set(first, { locale: 'ru' })
    const id = await draft()
    await send(id, 3)
    await queueMailings(NOW)
    const [russian, english] = [await composed(id, first), await composed(id, second)]
    expect(russian).toMatchObject({ locale: 'ru', subject: `Новости: Событие ${event.slug}` })
    expect(english).toMatchObject({ locale: 'en', subject: `News of Event ${event.slug}` })
    expect(english?.text).toMatch(/your page \(https:\/\/serai\.test\/r\/[\w-]{46}\)/)
    expect(english?.text).toContain(`https://serai.test/unsubscribe/${refusalToken(second)}`)
    expect(english?.listUnsubscribe).toBe(`https://serai.test/api/unsubscribe/${refusalToken(second)}`)
  })

  it('is in the event’s language for those whose own it is not written in', async () => {
    const [first = ''] = people
    await set(first, { locale: 'ru' })
    const id = await draft('', { en: TEXTS.en })
    await send(id, 3)
    await queueMailings(NOW)
    expect(await composed(id, first)).toMatchObject({ locale: 'en', subject: `News of Event ${event.slug}` })
  })

  it('leaves out who unsubscribed, gave up, or lost the address since', async () => {
    const [first = '', second = '', third = ''] = people
    const id = await draft()
    await send(id, 3, later(60))
    await refuseMail(ANONYMOUS, refusalToken(first), NOW)
    await queueMailings(later(61))
    expect((await rowsOf(id)).map((row) => row.attendeeId)).toEqual([second, third])
    expect((await record(id))?.skipped).toEqual({ refused: 1 })
    // Also who does so when the message stands in the outbox already.
    await refuseMail(ANONYMOUS, refusalToken(second), later(62))
    expect(await composed(id, second)).toBeNull()
    await cancelAttendee(participantOf(event, third), third, '', later(62))
    expect(await composed(id, third)).toBeNull()
  })

  it('queues in batches; what a crash in between left is queued once by the next turn', async () => {
    await crowd(600)
    const id = await draft()
    await send(id, 603)
    expect(await queueMailings(NOW, 1)).toBe(250)
    expect(await record(id)).toMatchObject({ state: 'sending', progress: { total: 603, open: 603 } })
    // Another process, which knows nothing of the first.
    expect(await queueMailings(later(1))).toBe(353)
    expect(await queueMailings(later(2))).toBe(0)
    const rows = await rowsOf(id)
    expect(rows).toHaveLength(603)
    expect(new Set(rows.map((row) => row.attendeeId)).size).toBe(603)
  })

  it('two turns at once queue each person once', async () => {
    await crowd(300)
    const id = await draft()
    await send(id, 303)
    await Promise.all([queueMailings(NOW), queueMailings(NOW), queueMailings(NOW)])
    expect(await rowsOf(id)).toHaveLength(303)
  })

  it('control: the same person cannot be queued again, even if the turn forgot where it was', async () => {
    const id = await draft()
    await send(id, 3)
    await queueMailings(NOW)
    await transaction(
      async (tx) => void (await tx.update(mailings).set({ startedAt: null }).where(eq(mailings.id, id))),
    )
    const [last] = (await rowsOf(id)).slice(-1)
    // Without the last row the turn begins before it; without the key it would write the others anew.
    await transaction(async (tx) => void (await tx.delete(outbox).where(eq(outbox.id, last?.id ?? ''))))
    await queueMailings(later(1))
    expect((await rowsOf(id)).map((row) => row.attendeeId)).toEqual(people)
  })

  it('sends a copy to oneself alone, without anybody’s addresses', async () => {
    const id = await draft()
    const [first = ''] = people
    expect(await testMailing(organizer, id, first, NOW)).toEqual({ ok: true, value: { copies: 2 } })
    const copies = await db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.mailingId, id), eq(outbox.userId, organizer.userId)))
      .orderBy(outbox.id)
    const mails = await Promise.all(copies.map((copy) => composeMailing(copy)))
    expect(new Set(mails.map((mail) => mail?.locale))).toEqual(new Set(['en', 'ru']))
    for (const mail of mails) {
      expect(mail?.to).toMatch(/@desk\.test$/)
      expect(mail?.text).not.toMatch(/\/(r|unsubscribe)\/[\w-]{20}/)
      expect(mail?.listUnsubscribe).toBeUndefined()
    }
    expect(await rowsOf(id)).toEqual([])
    expect((await record(id))?.state).toBe('draft')
  })
})

describe('calling off', () => {
  it('a draft is gone, a scheduled one never goes out', async () => {
    const [one, two] = [await draft(), await draft()]
    expect(await cancelMailing(organizer, one, NOW)).toMatchObject({ ok: true, value: { draft: true } })
    expect(await record(one)).toBeNull()
    await send(two, 3, later(60))
    expect(await cancelMailing(organizer, two, later(30))).toMatchObject({ ok: true, value: { stopped: 0 } })
    await queueMailings(later(61))
    expect(await rowsOf(two)).toEqual([])
    expect(await record(two, later(61))).toMatchObject({ state: 'cancelled', progress: { stopped: 3, open: 0 } })
    expect(await cancelMailing(organizer, two, later(62))).toMatchObject({ reason: 'not-possible' })
    expect(await send(two, 3)).toMatchObject({ reason: 'not-possible' })
  })

  it('while it goes out, what has not gone is stopped', async () => {
    await crowd(300)
    const [first = '', second = ''] = people
    const id = await draft()
    await send(id, 303)
    await queueMailings(NOW, 1)
    await mark(id, first, 'sent')
    await mark(id, second, 'sending')
    expect(await cancelMailing(organizer, id, later(1))).toMatchObject({ ok: true, value: { stopped: 248 } })
    expect(await queueMailings(later(2))).toBe(0)
    expect(await record(id, later(2))).toMatchObject({
      state: 'stopped',
      progress: { total: 303, sent: 1, open: 1, stopped: 301, failed: 0 },
    })
    // The one in hand that is not written yet is not written any more.
    expect(await composed(id, second)).toBeNull()
  })

  it('races with the clock: either it goes or it does not, and nothing stays on the way', async () => {
    const id = await draft()
    await send(id, 3, later(60))
    await Promise.all([queueMailings(later(60)), cancelMailing(organizer, id, later(60)), queueMailings(later(60))])
    const rows = await rowsOf(id)
    expect(rows.filter(({ status }) => status !== 'stopped')).toEqual([])
    expect((await record(id, later(61)))?.progress).toMatchObject({ open: 0, stopped: 3 })
  })

  it('comes too late when all has gone', async () => {
    const id = await draft()
    await send(id, 3)
    await queueMailings(NOW)
    for (const person of people) await mark(id, person, 'sent')
    expect(await cancelMailing(organizer, id, later(1))).toMatchObject({ ok: false, reason: 'not-possible' })
  })

  it('two organizers who send at once send once', async () => {
    const id = await draft()
    const answers = await Promise.all([send(id, 3), send(id, 3)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await queueMailings(NOW)
    expect(await rowsOf(id)).toHaveLength(3)
  })
})

describe('sending again', () => {
  it('goes to those for whom it failed, and to nobody else', async () => {
    const [first = '', second = '', third = ''] = people
    const id = await draft()
    await send(id, 3)
    await queueMailings(NOW)
    await mark(id, first, 'sent')
    await mark(id, second, 'failed')
    await mark(id, third, 'failed')
    await refuseMail(ANONYMOUS, refusalToken(third), NOW)
    expect(await resendMailing(organizer, id, later(5))).toEqual({ ok: true, value: { again: 1 } })
    expect((await rowsOf(id)).map(({ status }) => status)).toEqual(['sent', 'queued', 'failed'])
    expect(await resendMailing(organizer, id, later(6))).toMatchObject({ reason: 'not-possible' })
  })
})
