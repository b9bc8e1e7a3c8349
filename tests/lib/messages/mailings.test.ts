import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import type { OutboxStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { mailingRecipients, mailings } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { newId } from '#lib/ids'
import { cancelMailing } from '#lib/messages/mutations/mailings/cancel'
import { createMailing } from '#lib/messages/mutations/mailings/create'
import { editMailing, redirectMailing } from '#lib/messages/mutations/mailings/edit'
import { queueMailings } from '#lib/messages/mutations/mailings/queue'
import { resendMailing } from '#lib/messages/mutations/mailings/resend'
import { scheduleMailing } from '#lib/messages/mutations/mailings/schedule'
import { testMailing } from '#lib/messages/mutations/mailings/test-copy'
import { refuseMail } from '#lib/messages/mutations/refusal'
import { refusalToken } from '#lib/messages/policy/refusal'
import { composeMailing } from '#lib/messages/queries/mailing'
import { mailingPeople } from '#lib/messages/queries/mailing-people'
import { mailingRecord, mailingsOf } from '#lib/messages/queries/mailings'
import { foresee } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'

const TEXTS = {
  en: { subject: 'News of {event}', body: 'Dear {name}, see [your page]({link}).' },
  ru: { subject: 'Новости: {event}', body: 'Здравствуйте, {name}! {link}' },
}
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let event: TestEvent
let organizer: Actor & { kind: 'user' }
let people: string[]

beforeEach(async () => {
  event = await makeEvent()
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  people = []
  for (let i = 0; i < 3; i++) people.push((await registered(event)).attendeeId)
})

async function draft(filters = '', texts: object = TEXTS): Promise<string> {
  const made = await createMailing(organizer, event.id, { filters, texts }, NOW)
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}

const send = (id: string, expected: number, at: Date | null = null, now = NOW) =>
  scheduleMailing(organizer, id, { at, expected }, now)

const rowsOf = (id: string) =>
  db()
    .select({ id: outbox.id, attendeeId: outbox.attendeeId, status: outbox.status, eventId: outbox.eventId })
    .from(outbox)
    .where(and(eq(outbox.mailingId, id), isNull(outbox.userId)))
    .orderBy(outbox.attendeeId)

const set = (attendeeId: string, change: Partial<typeof attendees.$inferInsert>) =>
  transaction(async (tx) => void (await tx.update(attendees).set(change).where(eq(attendees.id, attendeeId))))

const mark = (mailingId: string, attendeeId: string, status: OutboxStatus) =>
  transaction(
    async (tx) =>
      void (await tx
        .update(outbox)
        .set({ status, lastError: status === 'failed' ? 'refused: 550 no' : null })
        .where(and(eq(outbox.mailingId, mailingId), eq(outbox.attendeeId, attendeeId)))),
  )

const record = async (id: string, now = NOW) => mailingRecord(organizer, event.id, id, now)

const composed = async (mailingId: string, attendeeId: string) => {
  const [row] = (await rowsOf(mailingId)).filter((one) => one.attendeeId === attendeeId)
  return composeMailing({ id: row?.id ?? '', attendeeId, userId: null, mailingId, locale: null })
}

describe('whom it is for', () => {
  it('counts exactly whom it goes to, by language, and who is left out and why', async () => {
    const [first = '', second = '', third = ''] = people
    await set(first, { locale: 'ru' })
    await set(second, { email: 'somebody@mail.example' })
    await set(third, { confirmBy: later(60) })
    const gone = (await registered(event)).attendeeId
    await cancelAttendee(participantOf(event, gone), gone, '', NOW)
    const against = (await registered(event)).attendeeId
    await refuseMail(ANONYMOUS, refusalToken(against), NOW)
    const seen = await foresee(organizer, event.id, listFrom(''))
    expect(seen).toMatchObject({
      total: 1,
      byLocale: { ru: 1 },
      skipped: { undeliverable: 1, unconfirmed: 1, ended: 1, refused: 1 },
    })
    const ids = Object.entries(seen.leftOut).map(([why, some]) => [why, some.map(({ id }) => id)])
    expect(Object.fromEntries(ids)).toEqual({
      undeliverable: [second],
      unconfirmed: [third],
      ended: [gone],
      refused: [against],
    })
    const id = await draft()
    expect(await send(id, seen.total)).toEqual({ ok: true, value: { total: 1 } })
    expect((await record(id))?.skipped).toEqual(seen.skipped)
  })

  it('writes to those who gave up where the filters ask for them, each address once', async () => {
    const [gone = '', same = ''] = people
    const [row] = await db().select({ email: attendees.email }).from(attendees).where(eq(attendees.id, gone))
    for (const id of [gone, same]) await cancelAttendee(participantOf(event, id), id, '', NOW)
    await set(same, { email: row?.email ?? '', emailKey: `${row?.email} ${same}` })
    expect(await foresee(organizer, event.id, listFrom('status=cancelled'))).toMatchObject({
      total: 1,
      byLocale: { en: 1 },
      skipped: { double: 1 },
    })
  })

  it('names no more than fifty of those who are left out', async () => {
    const [one] = await db()
      .select()
      .from(attendees)
      .where(eq(attendees.id, people[0] ?? ''))
    if (!one) throw new Error('nobody')
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...one,
      id: newId(),
      code: `N${String(i).padStart(7, '0')}`,
      emailKey: `many${i}@mail.test`,
      submissionHash: `many ${i} ${people[0]}`,
      status: 'cancelled' as const,
    }))
    await transaction(async (tx) => void (await tx.insert(attendees).values(many)))
    const seen = await foresee(organizer, event.id, listFrom(''))
    expect([seen.skipped.ended, seen.leftOut.ended?.length]).toEqual([60, 50])
  })

  it('never leaves the event, whatever the filters say', async () => {
    const other = await makeEvent()
    await registered(other)
    expect((await foresee(organizer, other.id, listFrom(''))).total).toBe(0)
    expect((await foresee(organizer, event.id, listFrom(`institution=${other.institutionId}`))).total).toBe(0)
    expect((await foresee(organizer, event.id, listFrom(`type=${event.typeIds[0]}`))).total).toBe(3)
    expect((await foresee(organizer, event.id, listFrom(`type=${event.typeIds[1]}`))).total).toBe(0)
  })

  it('is fixed when it gets its time: who comes later gets nothing', async () => {
    const id = await draft()
    await send(id, 3, later(60))
    await registered(event)
    await queueMailings(later(61))
    expect((await rowsOf(id)).map((row) => row.attendeeId)).toEqual(people)
  })

  it('is not sent when it would go to others than were shown', async () => {
    const id = await draft()
    await registered(event)
    expect(await send(id, 3)).toEqual({ ok: false, reason: 'others', total: 4 })
    expect((await record(id))?.state).toBe('draft')
    expect(await db().select().from(mailingRecipients).where(eq(mailingRecipients.mailingId, id))).toEqual([])
  })

  it('may be changed as long as it is a draft', async () => {
    const id = await draft()
    expect(await redirectMailing(organizer, id, `type=${event.typeIds[1]}`, NOW)).toMatchObject({ ok: true })
    expect(await send(id, 0)).toMatchObject({ ok: false, reason: 'nobody' })
    await redirectMailing(organizer, id, '', NOW)
    await send(id, 3, later(60))
    expect(await redirectMailing(organizer, id, 'status=cancelled', NOW)).toMatchObject({ reason: 'not-possible' })
  })
})

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

describe('the words', () => {
  it('change until it begins to go out, and never unseen', async () => {
    const id = await draft()
    const changed = { en: { subject: 'Other', body: 'Words' } }
    expect(await editMailing(organizer, id, changed, 1, NOW)).toMatchObject({ ok: true })
    expect(await editMailing(organizer, id, TEXTS, 1, NOW)).toMatchObject({ reason: 'changed-meanwhile' })
    await send(id, 3, later(60))
    expect(await editMailing(organizer, id, TEXTS, 3, later(59))).toMatchObject({ ok: true })
    expect(await editMailing(organizer, id, changed, 4, later(60))).toMatchObject({ reason: 'not-possible' })
    expect((await record(id))?.texts.map(({ locale }) => locale).sort()).toEqual(['en', 'ru'])
  })
})

describe('who may', () => {
  it('refuses the wrong actor', async () => {
    const id = await draft()
    const other = await makeEvent()
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
    for (const actor of [staff, stranger, ANONYMOUS, participantOf(event, people[0] ?? '')]) {
      const answers = [
        await createMailing(actor, event.id, { filters: '', texts: TEXTS }, NOW),
        await editMailing(actor, id, TEXTS, 1, NOW),
        await redirectMailing(actor, id, 'status=waiting', NOW),
        await testMailing(actor, id, null, NOW),
        await scheduleMailing(actor, id, { at: null, expected: 3 }, NOW),
        await cancelMailing(actor, id, NOW),
        await resendMailing(actor, id, NOW),
      ]
      expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual(Array(7).fill('not-found'))
    }
    expect((await mailingsOf(staff, { id: event.id, defaultLocale: 'en' }, 'en', NOW)).map((row) => row.id)).toEqual([
      id,
    ])
    expect(await mailingRecord(stranger, event.id, id)).toBeNull()
    expect((await mailingPeople(stranger, id, { tab: 'all', page: 1 })).total).toBe(0)
  })

  it('writes every act down', async () => {
    const id = await draft()
    await editMailing(organizer, id, TEXTS, 1, NOW)
    await testMailing(organizer, id, null, NOW)
    await send(id, 3)
    await queueMailings(NOW)
    for (const person of people) await mark(id, person, 'failed')
    await resendMailing(organizer, id, NOW)
    await cancelMailing(organizer, id, NOW)
    const entries = await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id))
    expect(entries.map(({ verb }) => verb)).toEqual([
      'mailing.create',
      'mailing.edit',
      'mailing.test',
      'mailing.schedule',
      'mailing.resend',
      'mailing.cancel',
    ])
  })
})

describe('what became of it', () => {
  it('is told by person', async () => {
    const [first = '', second = '', third = ''] = people
    const against = (await registered(event)).attendeeId
    await refuseMail(ANONYMOUS, refusalToken(against), NOW)
    const id = await draft()
    await send(id, 3)
    const of = async (tab: 'all' | 'sent' | 'open' | 'failed' | 'stopped' | 'skipped') =>
      (await mailingPeople(organizer, id, { tab, page: 1 })).people.map((one) => [one.id, one.status])
    expect(await of('open')).toHaveLength(3)
    await queueMailings(NOW)
    await mark(id, first, 'sent')
    await mark(id, second, 'failed')
    expect(await of('sent')).toEqual([[first, 'sent']])
    expect(await of('failed')).toEqual([[second, 'failed']])
    expect(await of('open')).toEqual([[third, 'queued']])
    expect(await of('skipped')).toEqual([[against, 'skipped']])
    await cancelMailing(organizer, id, later(1))
    expect(await of('stopped')).toEqual([[third, 'stopped']])
    expect(await of('all')).toHaveLength(4)
  })
})

/** Many more people, made the short way. */
async function crowd(n: number): Promise<void> {
  const [model] = await db()
    .select()
    .from(attendees)
    .where(eq(attendees.id, people[0] ?? ''))
  if (!model) throw new Error('nobody to copy')
  const rows = Array.from({ length: n }, (_, i) => ({
    ...model,
    // Behind the others in every order of ids.
    id: `f${model.id.slice(1, -4)}${(i + 1).toString(16).padStart(4, '0')}`,
    code: `${event.slug}-${i}`,
    email: `crowd${i}@mail.test`,
    emailKey: `crowd${i}@mail.test`,
    submissionHash: `crowd ${i}`,
  }))
  await transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += 100) await tx.insert(attendees).values(rows.slice(from, from + 100))
  })
}
