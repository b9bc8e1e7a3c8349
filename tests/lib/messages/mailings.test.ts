import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { mailingRecipients } from '#db/schema/mailings'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { ANONYMOUS } from '#lib/auth/actor'
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
import { mailingPeople } from '#lib/messages/queries/mailing-people'
import { mailingRecord, mailingsOf } from '#lib/messages/queries/mailings'
import { foresee } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'
import { makeEvent, makeUser, NOW, participantOf, registered } from '#tests/setup/factories'
import {
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
      .orderBy(auditEntries.id)
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
