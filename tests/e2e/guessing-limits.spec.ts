import { addUser } from '#lib/auth/mutations'
import { seen } from './support/alike.ts'
import { comes, eventWhere } from './support/desk.ts'
import { formOf } from './support/form.ts'
import { ownServer } from './support/own-server.ts'
import { newEmail, TEST } from './support/person.ts'
import { within } from './support/second-server.ts'
import { expect, test } from './support/test.ts'
import { codeAt } from './support/tokens.ts'

/** As shipped (lib/limits.ts): so many letters to an address, tries of codes and presses of a link from one place, in ten minutes. */
const LETTERS = 5
/** Of those that are counted by hundreds a tenth, by the factor that an operator may set. */
const TENTH = '0.1'
const CODES = 60
const PRESSES = 30
const RUSSIAN = { 'accept-language': 'ru' }

type Server = { url: string; file: string }

/** A server with limits of its own, and who and what it knows. */
async function limited(rateFactor: string, work: (server: Server) => Promise<void>): Promise<void> {
  const server = ownServer({ SERAI_RATE_FACTOR: rateFactor, SMTP_URL: '' })
  try {
    server.start()
    const up = () =>
      fetch(`${server.url}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    await expect.poll(up, { timeout: 60_000 }).toBe(true)
    await work(server)
  } finally {
    await server.remove()
  }
}

const known = ({ file }: Server) =>
  within({ file }, async () => {
    const email = newEmail('known')
    const [event, next] = [await eventWhere(5), await eventWhere(5)]
    await comes(event, { given: 'Known', email })
    await addUser(TEST, { email, admin: false })
    return { email, event, next, good: await codeAt(event), elsewhere: await codeAt(next) }
  })

/** Asks for a letter by the form of a page so often, for each of the addresses alike. Answers what the last of each saw. */
async function asked(address: string, emails: readonly string[], times: number) {
  const form = await formOf(address, 'name="email"')
  const ask = (email: string) => {
    const body = new FormData()
    for (const [name, value] of form) body.append(name, value)
    body.set('email', email)
    return seen(address, email, { method: 'POST', body, headers: RUSSIAN })
  }
  for (let time = 1; time < times; time++)
    for (const email of emails) expect([time, (await ask(email)).status]).toEqual([time, 303])
  return Promise.all(emails.map(ask))
}

/** So many requests, some at a time. */
async function many(times: number, ask: () => Promise<Response>): Promise<Response[]> {
  const answers: Response[] = []
  while (answers.length < times) {
    const some = Array.from({ length: Math.min(20, times - answers.length) }, ask)
    for (const answer of await Promise.all(some)) {
      await answer.arrayBuffer()
      answers.push(answer)
    }
  }
  return answers
}

const FORMS = [
  ['/sign-in', 'Слишком много попыток'],
  ['/link', 'Подождите, пожалуйста'],
] as const

test('letters to an address are limited alike, whether it is known or not', async () => {
  await limited('1', async (server) => {
    const { email, next } = await known(server)
    for (const [path, words] of FORMS) {
      const [mine, nobodys] = await asked(server.url + path, [email, newEmail('known')], LETTERS + 1)
      expect(mine?.status).toBe(200)
      expect(mine?.body).toContain(words)
      expect(mine).toEqual(nobodys)
    }
    // The letters with one's link and those with earlier data are counted together.
    const page = `${server.url}/e/${next.slug}/register/earlier`
    const [mine] = await asked(page, [email], 1)
    expect(mine?.body).toContain('Подождите, пожалуйста')
  })
})

test('codes and links that are tried are limited alike, whether they are good or not', async () => {
  await limited(TENTH, async (server) => {
    const { event, next, good, elsewhere } = await known(server)
    const form = `${server.url}/e/${event.slug}/register?code=`
    const tried = (code: string) => seen(form + code, code, { headers: RUSSIAN })
    const before = await tried('AAAA-AAAA')
    await many(CODES - 1, () => fetch(`${form}AAAA-AAAA`))
    const [right, wrong] = [await tried(good.code), await tried('AAAA-AAAA')]
    expect(right.body).toContain('Слишком много попыток')
    expect(right).toEqual(wrong)
    expect(wrong).not.toEqual(before)
    // Who comes to another event from the same campus has tried nothing there.
    const there = await fetch(`${server.url}/e/${next.slug}/register?code=${elsewhere.code}`)
    expect(await there.text()).toContain('The code of Medical school is good.')

    const press = (token: string) => fetch(`${server.url}${token}`, { method: 'POST' })
    const presses = [
      ['/api/unsubscribe/nobody', 404],
      ['/i/nobody/seen', 204],
    ] as const
    for (const [path, status] of presses) {
      const answers = await many(PRESSES, () => press(path))
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]))
      const refused = await press(path)
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    }
  })
})

test('control: where no limit counts, the same all pass', async () => {
  await limited('0', async (server) => {
    const { email, event, good } = await known(server)
    for (const [path] of FORMS) {
      const [mine] = await asked(server.url + path, [email, newEmail('known')], LETTERS + 1)
      expect(mine?.status).toBe(303)
    }
    const form = `${server.url}/e/${event.slug}/register?code=`
    await many(CODES, () => fetch(`${form}AAAA-AAAA`))
    expect(await (await fetch(form + good.code)).text()).toContain('The code of Medical school is good.')
    await many(PRESSES, () => fetch(`${server.url}/i/nobody/seen`, { method: 'POST' }))
    expect((await fetch(`${server.url}/i/nobody/seen`, { method: 'POST' })).status).toBe(204)
  })
})
