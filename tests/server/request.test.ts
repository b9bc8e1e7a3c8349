import { describe, expect, test } from 'vitest'
import { askedLanguage, clientAddress, keptLanguage, loggedPath, trustedHeaders } from '#lib/server/request'

test.each([
  ['nobody in front: what the client claims does not count', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
  ['one proxy: what it added', '10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['one proxy: what the client had put before does not count', '10.0.0.1', '1.1.1.1, 198.51.100.1', 1, '198.51.100.1'],
  ['two proxies', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['fewer hops than proxies', '10.0.0.1', '198.51.100.1', 3, '198.51.100.1'],
  ['no header at all', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['nonsense', '10.0.0.1', '<script>', 1, '10.0.0.1'],
  ['IPv4 in IPv6 clothes', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ['with a port', '10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['IPv6 with a port', '10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
  ['IPv6', '10.0.0.1', '2001:db8::1', 1, '2001:db8::1'],
  ['several headers', '10.0.0.1', ['1.1.1.1', '198.51.100.1'], 1, '198.51.100.1'],
  ['a closed socket', undefined, undefined, 0, 'unknown'],
])('the address of a client: %s', (_, socket, forwarded, proxies, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected)
})

describe('headers on their way to a page', () => {
  const claimed = {
    host: 'evil.example',
    accept: 'text/html',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
    'x-real-ip': '1.1.1.1',
    'x-serai-address': '1.1.1.1',
    'x-nonce': 'known',
    'content-security-policy': "script-src 'nonce-known'",
  }

  test('keep nothing that the client made up', () => {
    const facts = { socketAddress: '203.0.113.9', proxies: 0, publicUrl: undefined }
    expect(trustedHeaders(claimed, facts)).toEqual({
      host: 'evil.example',
      accept: 'text/html',
      'x-serai-address': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
    })
  })

  test('name the public address and no other, when it is known', () => {
    const facts = { socketAddress: '203.0.113.9', proxies: 0, publicUrl: 'https://events.example.edu' }
    const headers = trustedHeaders(claimed, facts)
    expect(JSON.stringify(headers)).not.toContain('evil')
    expect(headers).toMatchObject({ host: 'events.example.edu', 'x-forwarded-proto': 'https' })
  })
})

test.each([
  ['/', '/'],
  ['/e/bishkek-2027/register?email=a@b.kg#top', '/e/bishkek-2027/register'],
  ['/r/01993a4e-secret.abc', '/r/:token'],
  ['/r/x/cancel', '/r/:token/cancel'],
  ['/i/x/seen', '/i/:token/seen'],
  ['/team/x/join', '/team/:token/join'],
  ['/sign-in/abcdef', '/sign-in/:token'],
  ['/unsubscribe/abcdef', '/unsubscribe/:token'],
  ['/api/unsubscribe/abcdef', '/api/unsubscribe/:token'],
  ['/desk/attendees/01993a4e-7d6b-7cc0-8a52-0123456789ab', '/desk/attendees/:id'],
  ['/desk/aida@example.kg', '/desk/:email'],
  ['/desk/aida%40example.kg', '/desk/:email'],
  ['/api/v1/Zm9vYmFyYmF6cXV4MTIzNDU2', '/api/v1/:token'],
  ['/api/auth/callback/email?token=abc&email=a', '/api/auth/callback/email'],
  ['/_next/static/chunks/310vm2bl3xxpt.js', '/_next/static/chunks/310vm2bl3xxpt.js'],
])('%s is logged as %s', (url, expected) => expect(loggedPath(url)).toBe(expected))

test.each([
  ['/e/x?lang=ru', 'ru'],
  ['/?a=1&lang=en', 'en'],
  ['/e/x', undefined],
  ['/e/x?lang=xx', undefined],
  ['/e/x?lang=', undefined],
  ['/e/x?lang=ru%0d%0a', undefined],
  ['/e/lang=ru', undefined],
])('the language that %s asks for is %s', (url, expected) => expect(askedLanguage(url)).toBe(expected))

describe('keptLanguage', () => {
  test('keeps what an address asked for, for those who have chosen nothing', () => {
    expect(keptLanguage('ru', 'GET', undefined, false)).toMatch(/=ru; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(keptLanguage('ru', 'GET', 'other=1', true)).toMatch(/; Secure$/)
    expect(keptLanguage('ru', 'POST', undefined, false)).toBeUndefined()
    const chosen = keptLanguage('en', 'GET', undefined, false)?.split(';')[0]
    expect(keptLanguage('ru', 'GET', chosen, false)).toBeUndefined()
  })
})
