import { expect, test } from 'vitest'
import { mayChange } from '#lib/server/origin'

const ours = 'https://events.example.edu'
const host = 'events.example.edu'
const cookie = 'session=1'

test.each([
  ['reading is always allowed', 'GET', { origin: 'https://evil.example', cookie }, ours, true],
  ['from our own page', 'POST', { origin: ours, cookie, host }, ours, true],
  ['from another site', 'POST', { origin: 'https://evil.example', host }, ours, false],
  ['from another site with our host header', 'POST', { origin: 'https://evil.example', host, cookie }, ours, false],
  ['by another protocol', 'POST', { origin: 'http://events.example.edu', host }, ours, false],
  ['from a sandboxed frame', 'POST', { origin: 'null', host }, ours, false],
  ['from nonsense', 'POST', { origin: 'evil', host }, ours, false],
  ['a browser says it is from elsewhere', 'POST', { origin: ours, 'sec-fetch-site': 'cross-site' }, ours, false],
  ['no origin, but a cookie to misuse', 'POST', { cookie, host }, ours, false],
  ['no origin and no cookie: a program', 'POST', { host }, ours, true],
  ['deleting from another site', 'DELETE', { origin: 'https://evil.example' }, ours, false],
  [
    'no public address given: the host that was asked',
    'POST',
    { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    undefined,
    true,
  ],
  [
    'no public address given: another host',
    'POST',
    { origin: 'http://evil.example', host: '127.0.0.1:3000' },
    undefined,
    false,
  ],
  [
    'no public address given: another port',
    'POST',
    { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' },
    undefined,
    false,
  ],
] as const)('%s', (_, method, headers, publicUrl, expected) => {
  expect(mayChange(method, headers, publicUrl)).toBe(expected)
})
