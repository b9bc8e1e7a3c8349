import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { users } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { register } from '#lib/attendees/mutations/register'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { requestSignIn } from '#lib/auth/mutations'
import { closeTransport } from '#lib/mail/transport'
import { LEASE_MS, lease } from '#lib/outbox/mutations/lease'
import { sendDue } from '#lib/workers/outbox'
import { filledForm, makeEvent, makeUser, NOW, participantOf, registered, WORDING } from '#tests/setup/factories'

let mails: Email[] = []
let refusal: { code: number } | undefined
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(refusal ? Object.assign(new Error('refused by the test'), { responseCode: refusal.code }) : undefined),
  onData: (stream, _session, done) => {
    void buffer(stream)
      .then((raw) => PostalMime.parse(raw))
      .then((mail) => {
        mails.push(mail)
        done()
      }, done)
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { env } = await import('#lib/env')
  Object.assign(env(), { smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` })
})
afterAll(async () => {
  closeTransport()
  await new Promise<void>((resolve) => server.close(resolve))
})
beforeEach(async () => {
  refusal = undefined
  await sendDue(new Date(NOW.getTime() + 1e10))
  mails = []
})

const state = async (attendeeId: string) =>
  (await db().select().from(outbox).where(eq(outbox.attendeeId, attendeeId)).orderBy(outbox.id)).at(-1)

describe('sending', () => {
  it('writes to the person in the person’s language, with the private link, text beside HTML', async () => {
    const event = await makeEvent()
    const result = await register(
      ANONYMOUS,
      event.slug,
      filledForm(event, { givenName: 'Aigerim' }),
      { ...WORDING, locale: 'ru' },
      NOW,
    )
    if (!result.ok) throw new Error(result.reason)
    await sendDue(NOW)
    const [mail] = mails
    const link = `https://serai.test/r/${linkToken(result.value.attendeeId, 1)}`
    expect(mail?.subject).toBe(`Ваше место подтверждено: Событие ${event.slug}`)
    expect(mail?.text).toContain(link)
    expect(mail?.html).toContain(link)
    expect(mail?.text).toContain('Aigerim')
    const row = await state(result.value.attendeeId)
    expect(row).toMatchObject({ status: 'sent', attempts: 1 })
    expect(mail?.messageId).toBe(`<${row?.id}@serai.test>`)
    expect(mail?.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(JSON.stringify(row)).not.toContain(link.slice(-20))
  })

  it('tells the next in line, and everybody what happened', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [first, second] = [await registered(event), await registered(event)]
    await sendDue(NOW)
    await cancelAttendee(participantOf(event, first.attendeeId), first.attendeeId, '', NOW)
    await sendDue(NOW)
    expect(mails.map((mail) => mail.subject?.split(':')[0] ?? '').sort()).toEqual([
      'A place is yours',
      'You are on the waiting list',
      'You have a place',
      'Your registration is cancelled',
    ])
    expect(await state(second.attendeeId)).toMatchObject({ kind: 'promoted', status: 'sent' })
  })

  it('does not send what the facts have overtaken', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [first, second] = [await registered(event), await registered(event)]
    await cancelAttendee(participantOf(event, first.attendeeId), first.attendeeId, '', NOW)
    await sendDue(NOW)
    const subjects = mails.map((mail) => mail.subject?.split(':')[0] ?? '')
    expect(subjects.sort()).toEqual(['A place is yours', 'Your registration is cancelled'])
    expect(await state(second.attendeeId)).toMatchObject({ kind: 'promoted', status: 'sent' })
  })

  it('mints the sign-in link only when it is sent', async () => {
    const user = await makeUser()
    const [row] = await db().select({ email: users.email }).from(users).where(eq(users.id, user.userId))
    await requestSignIn(ANONYMOUS, row?.email as string, 'ru', NOW)
    await sendDue(NOW)
    expect(mails[0]?.subject).toBe('Вход в Serai')
    expect(mails[0]?.text).toMatch(/https:\/\/serai\.test\/sign-in\/[\w-]{32}/)
    expect(mails[0]?.to?.[0]?.address).toBe(row?.email)
  })

  it('tries again later what was refused for now, and gives up what was refused for good', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    refusal = { code: 451 }
    await sendDue(NOW)
    const retry = await state(attendeeId)
    expect(retry).toMatchObject({ status: 'retry', attempts: 1 })
    expect(retry?.lastError).toContain('refused by the test')
    expect(await sendDue(NOW)).toBe(0)
    refusal = { code: 550 }
    await sendDue(new Date(NOW.getTime() + 67_000))
    expect(await state(attendeeId)).toMatchObject({ status: 'failed', attempts: 2 })
    refusal = undefined
    expect(await sendDue(new Date(NOW.getTime() + 1e9))).toBe(0)
    expect(mails).toEqual([])
  })

  it('never writes to example addresses', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event, { email: 'somebody@mail.example' })
    await sendDue(NOW)
    expect([mails.length, (await state(attendeeId))?.status]).toEqual([0, 'failed'])
  })

  it('takes up what a dead worker left, after its lease', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    expect((await lease(20, [], NOW)).map((message) => message.attendeeId)).toContain(attendeeId)
    expect(await sendDue(new Date(NOW.getTime() + LEASE_MS))).toBe(0)
    expect(await state(attendeeId)).toMatchObject({ status: 'sending', doubtfulAt: null })
    const later = new Date(NOW.getTime() + LEASE_MS + 1)
    expect(await sendDue(later)).toBe(1)
    expect(await state(attendeeId)).toMatchObject({ status: 'sent', attempts: 2, doubtfulAt: later })
  })
})
