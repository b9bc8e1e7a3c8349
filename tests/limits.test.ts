import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allow } from '#lib/limits'

const shared = globalThis as { seraiLimiters?: Map<string, unknown>; seraiEnv?: unknown }

function withFactor(factor: string) {
  vi.stubEnv('SERAI_RATE_FACTOR', factor)
  delete shared.seraiEnv
  delete shared.seraiLimiters
}

beforeEach(() => withFactor('1'))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  delete shared.seraiEnv
})

async function countAllowed(tries: number, kind: Parameters<typeof allow>[0], key: (n: number) => string) {
  let allowed = 0
  for (let n = 0; n < tries; n++) if ((await allow(kind, key(n))).ok) allowed++
  return allowed
}

describe('a limit', () => {
  test('lets five mails through to one address and tells when to come again', async () => {
    expect(await countAllowed(20, 'link-email', () => 'aida@example.kg event-1')).toBe(5)
    const refused = await allow('link-email', 'aida@example.kg event-1')
    expect(refused).toMatchObject({ ok: false, reason: 'too-many' })
    expect(!refused.ok && refused.retryAfterSeconds).toBeGreaterThan(590)
    expect(!refused.ok && refused.retryAfterSeconds).toBeLessThanOrEqual(600)
  })

  test('lets one participant name five addresses a day', async () => {
    expect(await countAllowed(20, 'stranger-attendee', () => 'one')).toBe(5)
    const refused = await allow('stranger-attendee', 'one')
    expect(!refused.ok && refused.retryAfterSeconds).toBeGreaterThan(86_000)
    expect((await allow('stranger-attendee', 'another')).ok).toBe(true)
  })

  test('lets an organizer write to a hundred new people a day, and what is too much at once uses nothing up', async () => {
    expect((await allow('stranger-organizer', 'one', 60)).ok).toBe(true)
    expect((await allow('stranger-organizer', 'one', 50)).ok).toBe(false)
    expect((await allow('stranger-organizer', 'one', 40)).ok).toBe(true)
    expect((await allow('stranger-organizer', 'one')).ok).toBe(false)
  })

  test('control: as many tries by as many people are all let through', async () => {
    expect(await countAllowed(20, 'link-email', (n) => `person-${n}@example.kg event-1`)).toBe(20)
  })

  test('lets a campus behind one address register', async () => {
    expect(await countAllowed(700, 'register-address', () => '192.0.2.1')).toBe(600)
  })

  test('counts each kind for itself', async () => {
    await countAllowed(20, 'link-email', () => 'a@b.kg')
    expect(await allow('sign-in-email', 'a@b.kg')).toEqual({ ok: true, value: undefined })
  })

  test('ends when its time is over', async () => {
    vi.useFakeTimers()
    await countAllowed(6, 'sign-in-email', () => 'a@b.kg')
    expect((await allow('sign-in-email', 'a@b.kg')).ok).toBe(false)
    vi.advanceTimersByTime(601_000)
    expect((await allow('sign-in-email', 'a@b.kg')).ok).toBe(true)
  })
})

describe('IPv6', () => {
  test('counts the network of a host as one', async () => {
    const variants = ['2001:db8:0:1::1', '2001:db8::1:0:0:0:2', '2001:DB8:0:1:ffff::', '2001:0db8:0000:0001::5']
    expect(await countAllowed(200, 'link-address', (n) => variants[n % variants.length] ?? '')).toBe(120)
  })

  test('control: another network counts for itself', async () => {
    expect(await countAllowed(200, 'link-address', (n) => `2001:db8:0:${n % 2}::1`)).toBe(200)
  })
})

test.each([
  ['0.2', 1],
  ['2', 10],
  ['0', 50],
])('SERAI_RATE_FACTOR=%s allows %i of 50', async (factor, expected) => {
  withFactor(factor)
  expect(await countAllowed(50, 'link-email', () => 'a@b.kg')).toBe(expected)
})

test('no key stays in memory as it was given', async () => {
  await allow('link-email', 'aida@example.kg event-1')
  const memory = inspect(shared.seraiLimiters, { depth: 20, showHidden: true })
  expect(memory).toContain('rlflx:')
  expect(memory).not.toContain('aida')
})
