import { describe, expect, test } from 'vitest'
import { cacheControl, contentSecurityPolicy, fixedHeaders } from '#lib/server/headers'

describe('every answer', () => {
  test.each(['/', '/e/x', '/r/x', '/desk', '/api/health', '/_next/static/a.js', '/favicon.ico'])(
    'of %s is protected',
    (path) => {
      expect(fixedHeaders(path, false)).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'same-origin',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      })
    },
  )

  test.each([
    ['/r/token', true],
    ['/desk', true],
    ['/desk/events', true],
    ['/sign-in', true],
    ['/e/x', false],
    ['/registers', false],
    ['/', false],
  ])('%s: kept out of search engines is %s', (path, hidden) => {
    expect('X-Robots-Tag' in fixedHeaders(path, false)).toBe(hidden)
  })

  test('of the API is not kept', () => {
    expect(fixedHeaders('/api/health', false)).toHaveProperty('Cache-Control', 'no-store')
    expect(fixedHeaders('/_next/static/a.js', false)).not.toHaveProperty('Cache-Control')
  })

  test('insists on https only where the public address is https', () => {
    expect(fixedHeaders('/', true)).toHaveProperty('Strict-Transport-Security')
    expect(fixedHeaders('/', false)).not.toHaveProperty('Strict-Transport-Security')
  })
})

describe('the policy of a page', () => {
  const policy = contentSecurityPolicy('abc', { https: true, dev: false })

  test.each([
    "script-src 'self' 'nonce-abc' 'strict-dynamic'",
    "style-src-elem 'self' 'nonce-abc'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'upgrade-insecure-requests',
  ])('has %s', (directive) => expect(policy.split('; ')).toContain(directive))

  test('allows neither eval nor inline scripts', () => {
    expect(policy).not.toContain('unsafe-eval')
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline')
  })

  test('control: development allows eval, which React uses there', () => {
    expect(contentSecurityPolicy('abc', { https: false, dev: true })).toContain('unsafe-eval')
  })

  test('leaves a plain http installation reachable', () => {
    expect(contentSecurityPolicy('abc', { https: false, dev: false })).not.toContain('upgrade-insecure-requests')
  })
})

const noStore = 'private, no-cache, no-store, max-age=0, must-revalidate'
test.each([
  ['/', 'GET', noStore, 'private, no-cache'],
  ['/e/x/register', 'GET', noStore, 'private, no-cache'],
  ['/e/x/register?from=sealed', 'GET', noStore, noStore],
  ['/e/x/register?lang=ru&invitation=token', 'GET', noStore, noStore],
  ['/e/x/register?lang=ru', 'GET', noStore, 'private, no-cache'],
  ['/e/x/register', 'POST', noStore, noStore],
  ['/r/token', 'GET', noStore, noStore],
  ['/desk', 'GET', noStore, noStore],
  ['/sign-in', 'GET', noStore, noStore],
  ['/api/health', 'GET', noStore, noStore],
  ['/e/x/picture', 'GET', 'public, max-age=60', 'public, max-age=60'],
])('caching of %s %s, where Next says %s', (path, method, fromNext, expected) => {
  const [pathname = '', query] = path.split('?')
  expect(cacheControl({ pathname, query }, method, fromNext)).toBe(expected)
})
