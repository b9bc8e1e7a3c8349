import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '#lib/env'
import { mailOutage } from '#lib/mail/breaker'
import { closeTransport } from '#lib/mail/transport'
import { LEASE_MS } from '#lib/outbox/mutations/lease'
import { sendDue } from '#lib/workers/outbox'
import { Sender } from '#lib/workers/sender'
import { NOW } from '#tests/setup/factories'
import { count, later, MINUTE, rows, takeAway, unsent, waitingMessages } from '#tests/setup/outbox'
import { type Answer, mailServer } from '#tests/setup/smtp'

const server = await mailServer()

beforeAll(() => {
  Object.assign(env(), { smtpUrl: server.url(), mailTimeoutMs: 1000 })
})
afterAll(async () => {
  closeTransport({ force: true })
  await server.down()
})
beforeEach(() => {
  server.follow()
  server.taken.length = 0
  closeTransport({ force: true })
  // Each test has a worker of its own, to whom the server's past is unknown.
  ;(globalThis as { seraiSender?: Sender }).seraiSender = new Sender()
})

/** Turns of the worker from a moment on until nothing waits: a busy machine may keep the server waiting, which then rests. */
async function sendAll(from: number) {
  for (let turn = 0; turn < 20 && (await unsent()).length > 0; turn++) await sendDue(later(from + turn * 3 * MINUTE))
}

/** Every message went once, under a Message-ID of its own. */
async function allOnce(messages: number) {
  expect(await unsent()).toEqual([])
  const ids = server.taken.map((mail) => mail.messageId)
  expect(ids.toSorted()).toEqual((await rows()).map((row) => `<${row.id}@serai.test>`).toSorted())
  expect(ids).toHaveLength(messages)
}

describe('what the server says about a message concerns that message alone', () => {
  it('refused for good: it has failed, with the server’s words but without the address', async () => {
    const { to } = await waitingMessages(3)
    server.follow({ recipient: (address) => (address === to[1] ? `550 5.1.1 <${to[1]}>: no such user here` : 'ok') })
    expect(await sendDue(NOW)).toBe(3)
    const [first, second, third] = await rows()
    expect([first?.status, third?.status]).toEqual(['sent', 'sent'])
    expect(second).toMatchObject({ status: 'failed', attempts: 1, leasedUntil: null, doubtfulAt: null })
    expect(second?.lastError).toBe('refused: 550 5.1.1 <…>: no such user here')
    expect(await sendDue(later(72 * 60 * MINUTE))).toBe(0)
    expect(server.taken.map((mail) => mail.to)).toEqual([to[0], to[2]])
    expect(mailOutage()).toBeUndefined()
  })

  it('refused for now: it goes later, and at last it is given up', async () => {
    await waitingMessages(1)
    server.follow({ message: () => '451 4.3.0 try again later' })
    const pauses: number[] = []
    let now = NOW
    for (;;) {
      expect(await sendDue(now)).toBe(1)
      const [row] = await rows()
      expect(row?.lastError).toBe('deferred: 451 4.3.0 try again later')
      if (row?.status === 'failed') break
      expect(row?.status).toBe('retry')
      expect(await sendDue(new Date((row?.dueAt.getTime() ?? 0) - 1))).toBe(0)
      pauses.push((row?.dueAt.getTime() ?? 0) - now.getTime())
      now = row?.dueAt ?? now
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses.length).toBe(8)
    expect(pauses[0]).toBeGreaterThanOrEqual(MINUTE)
    expect(server.taken).toEqual([])
  })

  it('greylisted: told as such, and not again at once', async () => {
    await waitingMessages(1)
    server.follow({ recipient: () => '450 4.2.0 Greylisted, see the postmaster’s page' })
    await sendDue(NOW)
    const [row] = await rows()
    expect(row).toMatchObject({ status: 'retry', attempts: 1 })
    expect(row?.lastError).toMatch(/^greylisted: 450 4\.2\.0 Greylisted/)
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(5 * MINUTE).getTime())
    server.follow()
    await sendDue(row?.dueAt)
    await allOnce(1)
  })

  it('a letter that cannot be written holds up nobody and is tried again', async () => {
    await waitingMessages(2)
    const bring = await takeAway('event_texts')
    await sendDue(NOW)
    expect((await rows()).map((row) => [row.status, row.lastError])).toEqual(Array(2).fill(['retry', 'unwritten']))
    await bring()
    await sendDue(later(2 * MINUTE))
    await allOnce(2)
  })
})

describe('a server that falls silent or breaks off', () => {
  it('is silent from the beginning: no attempt is counted, the reason is kept', async () => {
    await waitingMessages(8)
    server.follow({ greeting: 'silent' })
    const tried = await sendDue(NOW)
    expect(tried).toBeGreaterThan(0)
    expect(tried).toBeLessThanOrEqual(5)
    expect((await rows()).map((row) => row.attempts)).toEqual(Array(8).fill(0))
    expect([await count('retry'), await count('queued')]).toEqual([tried, 8 - tried])
    expect((await rows())[0]?.lastError).toMatch(/^unreachable: /)
    expect(mailOutage()).toMatchObject({ since: NOW })
    server.follow()
    await sendDue(later(MINUTE))
    await allOnce(8)
  })

  it('is silent in the middle: the attempt is counted, the message has not gone', async () => {
    await waitingMessages(1)
    server.follow({ recipient: () => 'silent' })
    await sendDue(NOW)
    expect((await rows())[0]).toMatchObject({ status: 'retry', attempts: 1, doubtfulAt: null })
    expect((await rows())[0]?.lastError).toMatch(/^lost: /)
    server.follow()
    await sendDue(later(2 * MINUTE))
    await allOnce(1)
  })

  it('names somebody while it closes: nobody else’s message keeps the address', async () => {
    const { to } = await waitingMessages(2, 3)
    server.follow({ recipient: (address) => `421 4.3.2 <${address}>: shutting down` })
    await sendDue(NOW)
    const kept = JSON.stringify([(await rows()).map((row) => row.lastError), mailOutage()])
    expect(kept).toContain('unreachable: 421 4.3.2 <…>: shutting down')
    for (const address of to) expect(kept).not.toContain(address)
  })

  it('breaks off in DATA: it was not accepted, and goes again', async () => {
    await waitingMessages(3)
    let cuts = 0
    server.follow({ message: () => (++cuts <= 2 ? 'cut' : 'ok') })
    await sendDue(NOW)
    expect((await rows()).map((row) => row.status).sort()).toEqual(['retry', 'retry', 'sent'])
    await sendDue(later(2 * MINUTE))
    await allOnce(3)
  })

  it('takes a message and breaks off before it says so: it goes again under the same Message-ID, and is marked', async () => {
    await waitingMessages(1)
    server.follow({ message: () => 'swallow' })
    await sendDue(NOW)
    expect((await rows())[0]).toMatchObject({ status: 'retry', attempts: 1, doubtfulAt: NOW })
    server.follow()
    await sendDue(later(2 * MINUTE))
    const [row] = await rows()
    expect(row).toMatchObject({ status: 'sent', attempts: 2, doubtfulAt: NOW, lastError: null })
    expect(server.taken.map((mail) => mail.messageId)).toEqual(Array(2).fill(`<${row?.id}@serai.test>`))
  })

  it('says that it is closing: the message waits, nothing else is tried meanwhile', async () => {
    await waitingMessages(30, 2)
    server.follow({ recipient: () => '421 4.3.2 shutting down' })
    // As many as were on their way side by side when the first was told so.
    const tried = await sendDue(NOW)
    expect(tried).toBeGreaterThan(0)
    expect(tried).toBeLessThanOrEqual(5)
    server.follow()
    await sendAll(2 * MINUTE)
    await allOnce(60)
  })
})

describe('a server that is away, or refuses us whatever we send', () => {
  it('is away for an hour: hundreds of messages wait without losing attempts, and then all go', async () => {
    await waitingMessages(10, 30)
    await server.down()
    let attempts = 0
    for (let ms = 0; ms < 60 * MINUTE; ms += 15_000) attempts += await sendDue(later(ms))
    // The first five that were on their way, then one at a time with growing pauses.
    expect(attempts).toBeLessThan(45)
    expect(mailOutage()).toMatchObject({ since: NOW })
    expect(mailOutage()?.words).toMatch(/ECONNREFUSED/)
    const waiting = await rows()
    expect(waiting).toHaveLength(300)
    expect(waiting.every((row) => row.attempts === 0 && ['queued', 'retry'].includes(row.status))).toBe(true)
    expect(waiting.find((row) => row.status === 'retry')?.lastError).toMatch(/^unreachable: .*ECONNREFUSED/)

    await server.up()
    await sendAll(63 * MINUTE)
    await allOnce(300)
    expect(mailOutage()).toBeUndefined()
    expect((await rows()).every((row) => row.attempts === 1 && row.lastError === null)).toBe(true)
  })

  it('does not want the sender: nothing fails for good', async () => {
    await waitingMessages(7)
    server.follow({ sender: '550 5.7.1 sender not allowed' })
    await sendDue(NOW)
    await sendDue(later(MINUTE))
    expect([await count('failed'), await count('sent')]).toEqual([0, 0])
    expect((await rows())[0]?.lastError).toBe('unreachable: 550 5.7.1 sender not allowed')
    server.follow()
    await sendDue(later(2 * MINUTE))
    await allOnce(7)
  })

  it('does not take the password: nothing fails for good', async () => {
    const strict = await mailServer({ login: true })
    strict.follow({ login: '535 5.7.8 wrong' })
    await waitingMessages(7)
    Object.assign(env(), { smtpUrl: strict.url() })
    await sendDue(NOW)
    expect([await count('failed'), await count('sent')]).toEqual([0, 0])
    expect((await rows())[0]?.lastError).toMatch(/^unreachable: 535/)
    closeTransport({ force: true })
    Object.assign(env(), { smtpUrl: server.url() })
    await sendDue(later(MINUTE))
    await allOnce(7)
    await strict.down()
  })
})

describe('what the server took and the database could not note', () => {
  it('is noted before anything else is sent, and does not go twice', async () => {
    await waitingMessages(3)
    let bring = async () => {}
    server.follow({
      message: async (): Promise<Answer> => {
        if (server.taken.length === 0) bring = await takeAway('outbox')
        return 'ok'
      },
    })
    Object.assign(env(), { mailConnections: 1 })
    expect(await sendDue(NOW)).toBe(1)
    // Its lease is long over; only the worker's memory knows.
    expect(await sendDue(later(10 * LEASE_MS))).toBe(0)
    await bring()
    expect([await count('sending'), await count('queued'), server.taken.length]).toEqual([1, 2, 1])
    expect(await sendDue(later(20 * LEASE_MS))).toBe(2)
    await allOnce(3)
    expect((await rows())[0]).toMatchObject({ sentAt: NOW, attempts: 1, doubtfulAt: null })
    Object.assign(env(), { mailConnections: 5 })
  })

  it('control: a worker without that memory sends it again', async () => {
    await waitingMessages(1)
    let bring = async () => {}
    server.follow({
      message: async (): Promise<Answer> => {
        bring = await takeAway('outbox')
        return 'ok'
      },
    })
    await sendDue(NOW)
    await bring()
    server.follow()
    const forgetful = new Sender()
    await forgetful.take(() => later(10 * LEASE_MS))
    await forgetful.idle()
    expect(server.taken).toHaveLength(2)
    expect((await rows())[0]?.doubtfulAt).toEqual(later(10 * LEASE_MS))
  })
})
