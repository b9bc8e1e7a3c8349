import { once } from 'node:events'
import Database from 'better-sqlite3'
import { formOf, send } from './support/form.ts'
import { secondServer } from './support/second-server.ts'
import { expect, test } from './support/test.ts'

test('the built server refuses a transaction that waits for something else, and writes nothing of it', async () => {
  const server = await secondServer({ example: true, loaded: 'tests/e2e/support/slow-transaction.ts' })
  const { base, file } = server
  const told = async (wish: 'slow' | 'normal') => {
    const done = once(server.process(), 'message')
    server.process().send(wish)
    await done
  }
  try {
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
    const reader = new Database(file, { readonly: true })
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
    await server.remove()
  }
})
