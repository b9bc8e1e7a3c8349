import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const script = `
import { logger } from '#lib/log'
logger('test').error({ err: new Error('broken'), email: 'secret.person@mail.test', attendee: { phone: '+996 555 12 34 56' } }, 'a request failed')
`

it('the log carries nobody’s data', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, SERAI_LOG: 'info' },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const line = JSON.parse(stdout)
  expect(line).toMatchObject({ level: 'error', name: 'test', msg: 'a request failed', err: { message: 'broken' } })
  expect(stdout).not.toMatch(/secret\.person|555 12 34/)
})
