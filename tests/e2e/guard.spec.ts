import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { formOf, send } from './support/form.ts'
import { expect, test } from './support/test.ts'

test('the built server refuses a transaction that waits for something else, and writes nothing of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'serai-guard-'))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const base = `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SERAI_DATA: folder,
    SERAI_EXAMPLE: '1',
    PORT: String(port),
    SERAI_URL: base,
    SMTP_URL: '',
    SERAI_LOG: 'silent',
  }
  const node = path.resolve('node_modules/node/bin/node')
  execFileSync(node, ['--conditions=react-server', 'lib/cli/main.ts', 'prepare'], {
    env: env as never,
    stdio: 'ignore',
  })
  const server = fork('lib/server/main.ts', {
    execPath: node,
    execArgv: ['--import', path.resolve('tests/e2e/support/slow-transaction.ts')],
    env: env as never,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const told = async (wish: 'slow' | 'normal') => {
    const done = once(server, 'message')
    server.send(wish)
    await done
  }
  try {
    await expect
      .poll(
        () =>
          fetch(`${base}/api/health`)
            .then((answer) => answer.status)
            .catch(() => 0),
        { timeout: 60_000 },
      )
      .toBe(200)
    const address = `${base}/e/europe-central-asia/register`
    const form = await formOf(address, 'name="email"')
    const types = [
      ...(await (await fetch(address)).text()).matchAll(
        /name="typeId"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="typeId"/g,
      ),
    ]
    const typed = {
      email: 'guard@mail.test',
      givenName: 'Guard',
      institution: 'IHSM',
      countryCode: 'KG',
      typeId: types[0]?.[1] ?? types[0]?.[2] ?? '',
      privacy: '1',
    }
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    const reader = new Database(path.join(folder, 'serai.db'), { readonly: true })
    const there = () => reader.prepare("select count(*) from attendees where email = 'guard@mail.test'").pluck().get()

    await told('slow')
    expect((await send(address, form)).status).toBe(500)
    expect(there()).toBe(0)
    expect(
      reader.prepare("select count(*) from audit_entries where after like '%guard@mail.test%'").pluck().get(),
    ).toBe(0)

    // The control: the same form, when nothing waits.
    await told('normal')
    expect((await send(address, form)).location).toContain('/r/')
    expect(there()).toBe(1)
    reader.close()
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
})
