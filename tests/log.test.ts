import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const script = `
import { logger } from '#lib/log'
const failed = Object.assign(new Error('Failed query: insert into attendees (email) values (?)\\nparams: secret.person@mail.test'), {
  query: 'insert into attendees (email) values (?)',
  params: ['secret.person@mail.test'],
  cause: Object.assign(new Error('UNIQUE constraint failed: attendees.email_key'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
})
logger('test').error({ err: failed, email: 'secret.person@mail.test', attendee: { phone: '+996 555 12 34 56' } }, 'a request failed')
`

it('the log tells of a failed statement and carries nobody’s data', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, SERAI_LOG: 'info' },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const line = JSON.parse(stdout)
  expect(line).toMatchObject({
    level: 'error',
    name: 'test',
    msg: 'a request failed',
    err: { code: 'SQLITE_CONSTRAINT_UNIQUE' },
  })
  expect(line.err.message).toContain('insert into attendees')
  expect(stdout).not.toMatch(/secret\.person|555 12 34/)
})
