import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NAMES, readEnv } from '#lib/env'

const secret = 'a-secret-that-is-long-enough-for-anything'

function read(source: Record<string, string>) {
  const result = readEnv({ SERAI_SECRET: secret, ...source })
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

function problems(source: Record<string, string | undefined>): string[] {
  const result = readEnv({ SERAI_SECRET: secret, ...source })
  return result.ok ? [] : result.problems
}

describe('what is not given', () => {
  test('has a default that works on one machine', () => {
    const env = read({})
    expect(env).toMatchObject({ port: 3000, url: 'http://localhost:3000', urlGiven: false, admin: 'admin@localhost' })
    expect(env).toMatchObject({ example: true, rateFactor: 1, proxies: 0, logLevel: 'info', smtpUrl: undefined })
    expect(env.databaseFile).toBe(`${env.dataFolder}/serai.db`)
  })

  test('follows what is given', () => {
    expect(read({ PORT: '8080' }).url).toBe('http://localhost:8080')
    expect(read({ SERAI_DATA: '/srv/serai' }).databaseFile).toBe('/srv/serai/serai.db')
    expect(read({ SERAI_URL: 'https://events.example.edu' }).mailFrom).toBe('Serai <serai@events.example.edu>')
  })

  test('may be an empty line', () =>
    expect(read({ SMTP_URL: '', PORT: ' ' })).toMatchObject({ smtpUrl: undefined, port: 3000 }))
})

test.each([
  ['SERAI_URL', 'https://events.example.edu/', 'url', 'https://events.example.edu'],
  ['SERAI_EXAMPLE', '0', 'example', false],
  ['SERAI_RATE_FACTOR', '0', 'rateFactor', 0],
  ['DATABASE_URL', 'file:/srv/a.db', 'databaseFile', '/srv/a.db'],
  ['DATABASE_URL', 'file:///srv/a.db', 'databaseFile', '/srv/a.db'],
  ['DATABASE_URL', 'file:a.db', 'databaseFile', `${process.cwd()}/a.db`],
  ['SERAI_ADMIN', 'Aida@Example.edu', 'admin', 'aida@example.edu'],
  ['SERAI_MAIL_FROM', 'Office <a@b.kg>', 'mailFrom', 'Office <a@b.kg>'],
])('%s=%s is understood', (name, value, key, expected) => expect(read({ [name]: value })).toHaveProperty(key, expected))

test.each([
  ['PORT', '70000', 'above 65535'],
  ['PORT', 'http', 'not a number'],
  ['SERAI_URL', 'https://example.edu/events', 'more than protocol, host and port'],
  ['SERAI_URL', 'events.example.edu', 'not an http or https address'],
  ['DATABASE_URL', 'postgres://localhost/serai', 'PostgreSQL, which Serai does not run on yet'],
  ['DATABASE_URL', 'serai.db', 'does not begin with file:'],
  ['SMTP_URL', 'mail.example.edu', 'not an smtp or smtps address'],
  ['SERAI_ADMIN', 'root', 'not an e-mail address'],
  ['SERAI_EXAMPLE', 'no', 'neither 0 nor 1'],
  ['SERAI_PROXIES', '-1', 'below 0'],
  ['SERAI_LOG', 'loud', 'not a log level'],
  ['SERAI_SECRET', 'short', 'shorter than 32'],
])('%s=%s is refused, with the flaw and a right example', (name, value, flaw) => {
  const [problem, ...others] = problems({ [name]: value })
  expect(others).toEqual([])
  expect(problem).toContain(flaw)
  const example = /For example: \w+=(.*)/.exec(problem ?? '')?.[1] ?? ''
  if (name !== 'SERAI_SECRET') expect(problems({ [name]: example })).toEqual([])
})

test('everything wrong is told at once', () => {
  expect(problems({ PORT: 'x', SERAI_LOG: 'x', SERAI_SECRET: undefined })).toHaveLength(3)
})

test('an unknown name is met with the nearest known one', () => {
  expect(problems({ SERAI_PROXY: '1' })).toEqual([
    'SERAI_PROXY is no setting of Serai. The nearest one is SERAI_PROXIES',
  ])
})

test('no secret and no password is repeated', () => {
  const told = problems({ SERAI_SECRET: 'tiny', SMTP_URL: 'http://office:hunter2@mail' }).join()
  expect(told).not.toMatch(/tiny|hunter2/)
})

test('.env.example documents every name, and each of its examples is right', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=(.*)$/gm)
  const documented = Object.fromEntries(Array.from(lines, ([, name, value]) => [name ?? '', value ?? '']))
  expect(Object.keys(documented).sort()).toEqual(NAMES.toSorted())
  expect(problems({ ...documented, SERAI_SECRET: secret })).toEqual([])
})

test('tests run far from UTC, so that code which forgets a time zone fails', () => {
  expect(new Date('2027-04-23T00:00:00Z').getTimezoneOffset()).toBe(-345)
})
