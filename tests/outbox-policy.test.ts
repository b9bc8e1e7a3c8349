import { describe, expect, test } from 'vitest'
import { Breaker } from '#lib/mail/breaker'
import { outcomeOf } from '#lib/mail/outcome'
import { isUndeliverable, keptError, nextAttempt, readError, restAfter } from '#lib/outbox/policy'
import { Signal } from '#lib/workers/signal'

const NOW = new Date('2027-03-01T10:00:00Z')
const minutes = (date: Date | null) => (date ? (date.getTime() - NOW.getTime()) / 60_000 : null)

describe('pauses', () => {
  test('grow to a day, with a little chance, and end after two days', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => minutes(nextAttempt(attempts, NOW, false, 0)))
    expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, null])
    expect(minutes(nextAttempt(1, NOW, false, 1))).toBeCloseTo(1.1)
  })
  test('are longer at first for a server that greylists', () =>
    expect([1, 3].map((attempts) => minutes(nextAttempt(attempts, NOW, true, 0)))).toEqual([5, 15]))
  test('of the whole worker grow to two minutes', () =>
    expect([1, 2, 3, 7, 8, 50].map((failures) => restAfter(failures, 0) / 1000)).toEqual([2, 4, 8, 120, 120, 120]))
})

describe('what a failure means', () => {
  const [before, begun, whole] = [
    { begun: false, whole: false },
    { begun: true, whole: false },
    { begun: true, whole: true },
  ]
  test.each([
    ['an address that is not there', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, begun, 'refused'],
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, begun, 'deferred'],
    ['a session gone wrong', { code: 'EENVELOPE', responseCode: 503, command: 'RCPT TO' }, begun, 'deferred'],
    ['spam', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, whole, 'refused'],
    ['too big', { code: 'EMESSAGE', command: 'MAIL FROM' }, begun, 'refused'],
    ['too big, says the server', { code: 'EENVELOPE', responseCode: 552, command: 'MAIL FROM' }, begun, 'refused'],
    [
      'a sender that is not allowed',
      { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' },
      begun,
      'unreachable',
    ],
    ['a wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, before, 'unreachable'],
    ['a certificate that is not right', { code: 'ESOCKET' }, before, 'unreachable'],
    ['a closed port', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, before, 'unreachable'],
    ['a name that is not known', { code: 'EDNS' }, before, 'unreachable'],
    ['silence before the greeting', { code: 'ETIMEDOUT' }, before, 'unreachable'],
    ['silence later', { code: 'ETIMEDOUT' }, begun, 'lost'],
    ['a broken connection', { code: 'ECONNECTION' }, whole, 'lost'],
    ['a letter that cannot be put together', { code: 'ESTREAM' }, begun, 'unwritten'],
    ['closing down', { code: 'ECONNECTION', responseCode: 421 }, begun, 'lost'],
  ])('%s', (_, failure, progress, reason) =>
    expect(outcomeOf({ message: 'x', ...failure }, progress)).toMatchObject({ ok: false, reason }),
  )

  test('is in doubt only when all was handed over and nothing was said', () => {
    const doubt = (failure: object, progress: typeof begun) => outcomeOf({ message: '', ...failure }, progress)
    expect(doubt({ code: 'ECONNECTION' }, whole)).toMatchObject({ doubtful: true })
    expect(doubt({ code: 'ECONNECTION' }, begun)).toMatchObject({ doubtful: false })
    expect(doubt({ code: 'ECONNECTION', responseCode: 421 }, whole)).toMatchObject({ doubtful: false })
    expect(doubt({ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, whole)).toMatchObject({ doubtful: false })
  })

  test.each(['450 4.2.0 <a@b.kg>: Greylisted for 300 seconds', '451 4.7.1 Please try again', '451 graylisting'])(
    '%s is greylisting',
    (response) =>
      expect(
        outcomeOf({ code: 'EENVELOPE', responseCode: 450, response, command: 'RCPT TO', message: '' }, begun),
      ).toMatchObject({ reason: 'greylisted' }),
  )
})

describe('what a row keeps', () => {
  test('is one bounded line without the address, and can be read again', () => {
    const kept = keptError('refused', '550-5.1.1 <A.B+c@mail.test>\r\n550 unknown: a.b+C@MAIL.test', 'a.b+c@mail.test')
    expect(kept).toBe('refused: 550-5.1.1 <…> 550 unknown: …')
    expect(readError(kept)).toEqual({ reason: 'refused', words: '550-5.1.1 <…> 550 unknown: …' })
    expect(keptError('deferred', 'x'.repeat(9000))).toHaveLength(500)
    expect(readError(keptError('overtaken'))).toEqual({ reason: 'overtaken', words: '' })
    expect(readError('something of long ago')).toEqual({ reason: null, words: 'something of long ago' })
  })
})

test.each(['a@mail.example', 'a@x.invalid', 'admin@localhost', 'a b@mail.test', 'a@mail.test,b@mail.test', 'a\n@b.kg'])(
  '%j receives nothing',
  (address) => expect(isUndeliverable(address)).toBe(true),
)
test.each(['a@mail.test', 'o’neil@uni.kg', "o'neil@uni.kg", 'имя@почта.рф', 'a+b_c@sub.uni.edu.kg'])(
  '%j may receive something',
  (address) => expect(isUndeliverable(address)).toBe(false),
)

describe('a server that is away', () => {
  const plus = (ms: number) => new Date(NOW.getTime() + ms)

  test('is left to rest for growing pauses, tried with one message, and used again when it answers', () => {
    const breaker = new Breaker()
    expect(breaker.room(5, 0, NOW)).toBe(5)
    expect(breaker.failed('refused', NOW)).toBe(true)
    // The others that were on their way tell nothing new.
    for (let i = 0; i < 4; i++) expect(breaker.failed('refused', plus(1))).toBe(false)
    expect([breaker.room(5, 0, plus(1999)), breaker.room(5, 0, plus(2201))]).toEqual([0, 1])
    expect(breaker.room(4, 1, plus(2201))).toBe(0)
    breaker.failed('refused', plus(2201))
    expect([breaker.room(5, 0, plus(6000)), breaker.room(5, 0, plus(6700))]).toEqual([0, 1])
    expect([breaker.answered(), breaker.answered()]).toEqual([true, false])
    expect(breaker.room(5, 0, plus(6700))).toBe(5)
  })
})

test('a signal that nobody waited for is kept for the next', async () => {
  const signal = new Signal()
  signal.give()
  await signal.wait(60_000)
  const waiting = signal.wait(60_000)
  signal.give()
  await waiting
  await signal.wait(1)
})
