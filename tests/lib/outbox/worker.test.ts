import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { outbox } from '#db/schema/outbox'
import { env } from '#lib/env'
import { closeTransport, deliver } from '#lib/mail/transport'
import { compose } from '#lib/messages/queries/compose'
import { enqueue, type Leased } from '#lib/outbox/mutations'
import { LEASE_MS, lease, renewLeases } from '#lib/outbox/mutations/lease'
import { giveBack, markRefused, markSent } from '#lib/outbox/mutations/mark'
import { startOutbox } from '#lib/workers/outbox'
import { Sender } from '#lib/workers/sender'
import { makeUser, NOW } from '#tests/setup/factories'
import { count, later, rows, unsent, waitingMessages } from '#tests/setup/outbox'
import { mailServer } from '#tests/setup/smtp'

const server = await mailServer()
const plain = { mailTimeoutMs: 5000, mailConnections: 5, mailPerMinute: 0 }

beforeAll(() => {
  Object.assign(env(), { smtpUrl: server.url() })
})
beforeEach(() => {
  server.follow()
  server.taken.length = 0
})
afterEach(() => {
  Object.assign(env(), plain)
  closeTransport({ force: true })
})
afterAll(() => server.down())

const at = (now: Date) => () => now
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
}
/** A server that takes messages only when it is let. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<'ok'>()
  let waiting = 0
  server.follow({
    message: () => {
      waiting++
      return promise
    },
  })
  return { open: () => resolve('ok'), waiting: () => waiting }
}

describe('two workers on one outbox', () => {
  const work = async (sender: Sender) => {
    while ((await sender.take(at(NOW))) > 0) await sender.idle()
  }

  it('send every message once', async () => {
    await waitingMessages(20)
    await Promise.all([work(new Sender()), work(new Sender())])
    expect(await unsent()).toEqual([])
    expect(new Set(server.taken.map((mail) => mail.messageId)).size).toBe(20)
    expect(server.taken).toHaveLength(20)
  })

  it('control: without the lease both send all', async () => {
    await waitingMessages(5)
    const careless = async () => {
      for (const row of await db().select().from(outbox).where(eq(outbox.status, 'queued'))) {
        const mail = await compose(row as Leased, NOW)
        if (mail && (await deliver(mail)).ok) await markSent(row, NOW)
      }
    }
    await Promise.all([careless(), careless()])
    expect(server.taken).toHaveLength(10)
  })

  it('a lease is kept while the sending lasts', async () => {
    await waitingMessages(1)
    const slow = gate()
    const [first, second] = [new Sender(), new Sender()]
    await first.take(at(NOW))
    await until(() => slow.waiting() === 1)
    await first.renew(at(later(LEASE_MS - 1000)))
    expect(await second.take(at(later(LEASE_MS + 5000)))).toBe(0)
    slow.open()
    await first.idle()
    expect((await rows())[0]).toMatchObject({ status: 'sent', doubtfulAt: null })
    expect(server.taken).toHaveLength(1)
  })

  it('control: a lease that is not renewed lapses, the message goes twice, and is marked', async () => {
    await waitingMessages(1)
    const slow = gate()
    const [first, second] = [new Sender(), new Sender()]
    await first.take(at(NOW))
    await until(() => slow.waiting() === 1)
    expect(await second.take(at(later(LEASE_MS + 5000)))).toBe(1)
    await until(() => slow.waiting() === 2)
    slow.open()
    await Promise.all([first.idle(), second.idle()])
    const [row] = await rows()
    expect(row).toMatchObject({ status: 'sent', doubtfulAt: later(LEASE_MS + 5000) })
    expect(server.taken.map((mail) => mail.messageId)).toEqual(Array(2).fill(`<${row?.id}@serai.test>`))
  })

  it('one that was late writes nothing over what the other knows', async () => {
    await waitingMessages(1)
    const [late] = await lease(1, [], NOW)
    const [mine] = await lease(1, [], later(LEASE_MS + 1))
    if (!late || !mine) throw new Error('not leased')
    await markRefused(late, { error: 'deferred: 451', forGood: true }, NOW)
    await giveBack(late, 'unreachable')
    expect((await rows())[0]).toMatchObject({ status: 'sending', attempts: 2 })
    await markSent(mine, NOW)
    await renewLeases([late.id], later(2 * LEASE_MS))
    expect((await rows())[0]).toMatchObject({ status: 'sent', leasedUntil: null })
  })
})

describe('what is taken', () => {
  it('never more than there are connections, so that what a dead worker leaves in doubt is little', async () => {
    await waitingMessages(12)
    Object.assign(env(), { mailConnections: 3 })
    const slow = gate()
    const sender = new Sender()
    expect(await sender.take(at(NOW))).toBe(3)
    expect(await sender.take(at(NOW))).toBe(0)
    expect(await count('sending')).toBe(3)
    slow.open()
    await sender.idle()
  })

  it('a letter to many lets all others pass', async () => {
    const { event } = await waitingMessages(1)
    const { mailings } = await import('#db/schema/mailings')
    const user = await makeUser()
    await transaction(async (tx) => {
      await tx.delete(outbox)
      await tx.insert(mailings).values({ id: 'letter', eventId: event.id, filters: '', createdAt: NOW })
      await enqueue(tx, { kind: 'mailing', mailingId: 'letter', userId: user.userId }, later(-1000))
      await enqueue(tx, { kind: 'sign-in', userId: user.userId, locale: 'en' }, NOW)
    })
    expect((await lease(5, [], NOW)).map((message) => message.kind)).toEqual(['sign-in', 'mailing'])
  })

  it('knows its event, whatever it is about', async () => {
    const { event } = await waitingMessages(1)
    const { invitations } = await import('#db/schema/invitations')
    const { mailings } = await import('#db/schema/mailings')
    const user = await makeUser()
    const [person] = await db().select({ id: attendees.id }).from(attendees).where(eq(attendees.eventId, event.id))
    const attendeeId = person?.id ?? ''
    await transaction(async (tx) => {
      await tx.delete(outbox)
      const email = { email: 'guest@mail.test', emailKey: 'guest@mail.test' }
      const common = { eventId: event.id, createdAt: NOW }
      await tx.insert(mailings).values({ ...common, id: 'mailing', filters: '' })
      await tx
        .insert(invitations)
        .values({ ...common, ...email, id: 'invitation', locale: 'en', holds: false, expiresAt: later(1) })
      const messages = [
        { kind: 'link' as const, attendeeId },
        { kind: 'invitation' as const, invitationId: 'invitation' },
        { kind: 'mailing' as const, mailingId: 'mailing', userId: user.userId },
        { kind: 'team' as const, userId: user.userId, eventId: event.id, locale: 'en' as const },
        { kind: 'sign-in' as const, userId: user.userId, locale: 'en' as const },
      ]
      await enqueue(tx, messages, NOW)
    })
    const known = (await rows()).map((row) => [row.kind, row.eventId])
    expect(known.filter(([, eventId]) => eventId === event.id).map(([kind]) => kind)).toHaveLength(4)
    expect(known.filter(([, eventId]) => eventId === null)).toEqual([['sign-in', null]])
  })
})

describe('the worker of the server', () => {
  it('wakes when something is put into the outbox, and not only when it looks', async () => {
    await waitingMessages(1, 1, new Date())
    const [person] = await rows()
    const stop = startOutbox()
    const message = { kind: 'link' as const, attendeeId: person?.attendeeId ?? '' }
    await until(async () => (await unsent()).length === 0)
    const began = performance.now()
    for (let i = 0; i < 6; i++) {
      await transaction((tx) => enqueue(tx, message, new Date()))
      await until(async () => (await unsent()).length === 0)
    }
    // Looking each second alone would take six.
    expect(performance.now() - began).toBeLessThan(4000)
    await stop()
    expect(server.taken).toHaveLength(7)
  })

  it('ends in order: what is on its way ends, nothing else is begun', async () => {
    await waitingMessages(12, 1, new Date())
    const slow = gate()
    const stop = startOutbox()
    await until(() => slow.waiting() === 5)
    const stopped = stop()
    slow.open()
    await stopped
    expect([await count('sent'), await count('queued'), await count('sending')]).toEqual([5, 7, 0])
    expect(server.taken).toHaveLength(5)
  })

  it('does not wait for ever for a server that is silent: those messages go another time', async () => {
    await waitingMessages(2, 2)
    server.follow({ recipient: () => 'silent' })
    const sender = new Sender()
    await sender.take(at(NOW))
    await until(() => server.connections() > 0)
    const began = performance.now()
    await sender.finish(150)
    expect(performance.now() - began).toBeLessThan(3000)
    expect([await count('sending'), await count('failed')]).toEqual([0, 0])
    server.follow()
    const next = new Sender()
    while ((await next.take(at(later(120_000)))) > 0) await next.idle()
    expect(await unsent()).toEqual([])
    expect(server.taken).toHaveLength(4)
  })

  it('keeps to the rate it was given', async () => {
    await waitingMessages(5, 1, new Date())
    Object.assign(env(), { mailPerMinute: 300 })
    const began = performance.now()
    const stop = startOutbox()
    await until(async () => (await unsent()).length === 0)
    expect(performance.now() - began).toBeGreaterThan(750)
    await stop()
  })

  it('without a mail server leaves all as it is', async () => {
    await waitingMessages(1, 1, new Date())
    Object.assign(env(), { smtpUrl: undefined })
    const stop = startOutbox()
    await stop()
    Object.assign(env(), { smtpUrl: server.url() })
    expect(await count('queued')).toBe(1)
  })
})
