import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, eq, inArray, or } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { outbox } from '#db/schema/outbox'
import { addUser, mintSignIn } from '#lib/auth/mutations'
import { endCode, renewCode } from '#lib/invitations/mutations/codes'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { seen } from './support/alike.ts'
import { comes, eventWhere } from './support/desk.ts'
import { formOf } from './support/form.ts'
import { newEmail, TEST } from './support/person.ts'
import { expect, test } from './support/test.ts'
import { toldApart } from './support/timing.ts'
import {
  addressTokens,
  codeAt,
  earlierTokens,
  inDays,
  invitationTokens,
  privateTokens,
  refusalTokens,
} from './support/tokens.ts'

const at = (path: string) => `${process.env.SERAI_URL}${path}`
const POST = { method: 'POST' }
/** As many requests as somebody may send behind one, to feel what the server does after it. */
const NEXT = 5

/** Somebody registered at an event, who may sign in too, and the event of which earlier data is asked. */
async function somebodyKnown() {
  const [event, next] = [await eventWhere(5), await eventWhere(5)]
  const email = newEmail('known')
  await comes(event, { given: 'Known', email })
  // Not their first conference: the more there is to send, the more a look would take.
  for (let time = 0; time < 5; time++) await comes(await eventWhere(5), { given: 'Known', email })
  const user = await addUser(TEST, { email, admin: false })
  return { email, next, userId: user.ok ? user.value.userId : '' }
}

/** Waits until nothing is sent to somebody any more. */
async function quiet({ email, userId }: { email: string; userId: string }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
  const own = db().select({ id: attendees.id }).from(attendees).where(eq(attendees.email, email))
  const theirs = or(inArray(outbox.attendeeId, own), eq(outbox.userId, userId))
  const open = and(theirs, inArray(outbox.status, ['queued', 'sending']))
  while ((await db().select({ id: outbox.id }).from(outbox).where(open).limit(1)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

for (const what of ['link', 'sign-in', 'earlier data'] as const)
  test(`an address tells nothing when it asks for a ${what}: not by the answer, not by its time, nor by that of the next`, async () => {
    const known = await somebodyKnown()
    const path = { link: '/link', 'sign-in': '/sign-in', 'earlier data': `/e/${known.next.slug}/register/earlier` }[
      what
    ]
    const form = await formOf(at(path), 'name="email"')
    const asking = (email: string) => {
      const body = new FormData()
      for (const [name, value] of form) body.append(name, value)
      body.set('email', email)
      return { ...POST, body }
    }
    const stranger = newEmail('known')
    const answers = [await seen(at(path), known.email, asking(known.email))]
    answers.push(await seen(at(path), stranger, asking(stranger)))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(303)

    const ask = async (email: string) => void (await (await fetch(at(path), { ...sending, ...asking(email) })).text())
    const next = async () => {
      for (let time = 0; time < NEXT; time++) await (await fetch(at('/api/health'))).text()
    }
    const unknown = () => ask(newEmail('known'))
    const after = (one: () => Promise<void>) => async () => {
      await quiet(known)
      await one()
    }
    expect(
      await toldApart(
        after(() => ask(known.email)),
        after(unknown),
      ),
      'by its time',
    ).toBe(false)
    const [knownThenNext, unknownThenNext] = [() => ask(known.email).then(next), () => unknown().then(next)]
    expect(await toldApart(after(knownThenNext), after(unknownThenNext)), 'by the time of the next').toBe(false)
  })

const sending = { redirect: 'manual', headers: { origin: at('') } } as const

test('control: the time tells of a server that looks before it answers, and the next one of a server that looks at once', async () => {
  const server = createServer((request, response) => {
    const [, when, who] = (request.url ?? '').split('/')
    const look = () => who === 'known' && busy(LOOK_MS)
    if (when === 'before') look()
    response.end('Look into your mailbox.', () => when === 'after' && setImmediate(look))
  }).listen(0)
  const ask = async (path: string) =>
    (await fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`)).text()
  const andNext = (path: string) => async () => {
    await ask(path)
    for (let time = 0; time < NEXT; time++) await ask('/next')
  }
  const between = (when: string) => toldApart(andNext(`/${when}/known`), andNext(`/${when}/unknown`))
  expect(await between('before')).toBe(true)
  expect(await between('after')).toBe(true)
  expect(await between('never')).toBe(false)
  server.close()
})

/** What it takes at least to write a letter down and to send it, during which a server does nothing else. */
const LOOK_MS = 10

function busy(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

type Tokens = Record<'good' | 'wrong' | 'unknown' | 'malformed' | 'outdated', string>

/** Paths on which no token but the good one opens anything, nor tells which of the reasons it is. */
async function expectAlike(tokens: Tokens, paths: readonly ((token: string) => [string, RequestInit?])[]) {
  for (const pathOf of paths) {
    const answer = async (kind: keyof Tokens) => {
      const [path, init] = pathOf(tokens[kind])
      return seen(at(path), tokens[kind], init)
    }
    const wrong = await answer('wrong')
    for (const kind of ['unknown', 'outdated', 'malformed'] as const)
      expect(await answer(kind), `${pathOf('…')[0]} ${kind}`).toEqual(wrong)
    // Control: the comparison sees what a link opens.
    expect(await answer('good'), pathOf('…')[0]).not.toEqual(wrong)
  }
  const [path, init] = paths[0]?.(tokens.wrong) ?? ['']
  const [other] = paths[0]?.(tokens.unknown) ?? ['']
  const ask = (to: string) => async () => void (await (await fetch(at(to), init)).text())
  expect(await toldApart(ask(path), ask(other)), `${paths[0]?.('…')[0]} by its time`).toBe(false)
}

test('links tell nothing by being refused: wrong, revoked, of nobody, broken in two', async () => {
  // A thousand requests, each as long as a busy machine takes.
  test.setTimeout(600_000)
  const [event, before] = [await eventWhere(20), await eventWhere(20)]
  const own = ['', '/edit', '/data', '/handover', '/questions', '/participants', '/event.ics']
  await expectAlike(await privateTokens(event), [
    ...own.map((path) => (token: string): [string] => [`/r/${token}${path}`]),
    (token) => [`/r/${token}/data/copy`, POST],
  ])
  await expectAlike(await invitationTokens(event), [
    (token) => [`/i/${token}`],
    (token) => [`/e/${event.slug}/register?invitation=${token}`],
  ])
  await expectAlike(await addressTokens(event), [(token) => [`/address/${token}`]])
  await expectAlike(await earlierTokens(event, before), [(token) => [`/e/${event.slug}/register?from=${token}`]])
  await expectAlike(await refusalTokens(event), [
    (token) => [`/unsubscribe/${token}`],
    (token) => [`/api/unsubscribe/${token}`, POST],
  ])
  // Whether an invitation was seen is written down without a word.
  const invitation = await invitationTokens(event)
  const answers = Object.values(invitation).map((token) => seen(at(`/i/${token}/seen`), token, POST))
  expect(new Set((await Promise.all(answers)).map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('codes tell nothing by being refused: of nobody, of another event, ended, run out, renewed', async () => {
  const [event, other] = [await eventWhere(20), await eventWhere(20)]
  const [good, ended, over, renewed, foreign] = [
    await codeAt(event),
    await codeAt(event),
    await codeAt(event),
    await codeAt(event),
    await codeAt(other),
  ]
  await endCode(TEST, ended.id)
  await renewCode(TEST, renewed.id)
  await transaction((tx) =>
    tx
      .update(invitationCodes)
      .set({ expiresAt: inDays(-1) })
      .where(eq(invitationCodes.id, over.id)),
  )
  // The server does it within a minute: places that come back between two of the answers would tell them apart.
  await expireInvitations()
  const bad = { ended: ended.code, over: over.code, renewed: renewed.code, foreign: foreign.code }
  const page = `/e/${event.slug}/register`
  const asked = (code: string) => seen(at(`${page}?code=${code}`), code)
  const unknown = await asked('AAAA-AAAA')
  for (const [kind, code] of Object.entries(bad)) expect(await asked(code), kind).toEqual(unknown)
  expect(await asked(good.code)).not.toEqual(unknown)

  const form = await formOf(at(`${page}?code=${good.code}`), 'name="email"')
  const sent = (code: string) => {
    const body = new FormData()
    for (const [name, value] of form) body.append(name, value)
    const typed = {
      code,
      email: 'coming@mail.test',
      givenName: 'Coming',
      familyName: 'Guest',
      institution: 'Nowhere Polytechnic of Guesses',
    }
    for (const [name, value] of Object.entries(typed)) body.set(name, value)
    body.set('key', randomUUID())
    return seen(at(page), code, { ...POST, body })
  }
  const refused = await sent('AAAA-AAAA')
  for (const [kind, code] of Object.entries(bad)) expect(await sent(code), kind).toEqual(refused)
  expect(await sent(good.code)).not.toEqual(refused)

  const ask = (code: string) => async () => void (await (await fetch(at(`${page}?code=${code}`))).text())
  expect(await toldApart(ask('AAAA-AAAA'), ask(ended.code))).toBe(false)
  expect(await toldApart(ask('AAAA-AAAA'), ask(foreign.code))).toBe(false)
})

test('sign-in links tell nothing by being refused: of nobody, used, run out', async () => {
  const email = newEmail('signs-in')
  await addUser(TEST, { email, admin: false })
  const mint = async (now = new Date()) => (await mintSignIn(TEST, email, now)) ?? ''
  const use = (token: string) =>
    seen(at(`/api/auth/callback/email?callbackUrl=%2Fdesk&token=${token}`), token, { redirect: 'manual' })
  const [used, over] = [await mint(), await mint(inDays(-1))]
  const good = await use(used)
  const unknown = await use('A'.repeat(32))
  expect(await use(used)).toEqual(unknown)
  expect(await use(over)).toEqual(unknown)
  expect(good).not.toEqual(unknown)
  // The page before it has a button and looks at nothing.
  const fresh = await mint()
  expect(await seen(at(`/sign-in/${fresh}`), fresh)).toEqual(await seen(at(`/sign-in/${used}`), used))
  const ask = (token: string) => async () => void (await use(token))
  expect(await toldApart(ask('A'.repeat(32)), ask(used))).toBe(false)
  // A session of nobody is none.
  const session = async (cookie: string) => seen(at('/desk'), cookie, { headers: { cookie } })
  const name = good.headers['set-cookie']?.match(/[\w.-]*session-token/)?.[0]
  expect(await session(`${name}=${'0'.repeat(36)}`)).toEqual(await session('a=b'))
})
