import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { outbox } from '#db/schema/outbox'
import { earlierToken } from '#lib/attendees/policy/earlier-link'
import { linkToken } from '#lib/auth/link'
import { createMailing } from '#lib/messages/mutations/mailings/create'
import { makeForm } from '#tests/setup/forms'
import { seen } from './support/alike.ts'
import { comes, eventWhere } from './support/desk.ts'
import { newEmail, TEST } from './support/person.ts'
import { deskCookies } from './support/session.ts'
import { expect, test } from './support/test.ts'
import { codeAt, inDays, invitationTokens, privateTokens } from './support/tokens.ts'

/** What one event's tokens and sessions open of another: nothing. */

const at = (path: string) => `${process.env.SERAI_URL}${path}`
const ROOT = 'app/(desk)/desk/[event]'
const FILE = /(^|\/)(page\.tsx|route\.ts)$/

/** An event of which every page of the desk has something to show. */
async function wholeEvent() {
  const event = await eventWhere(20)
  const attendee = await comes(event, { given: 'Apart' })
  const { sections, questions } = await makeForm(event.id, [{ questions: [{ kind: 'short' }] }])
  const { id: invitation } = await invitationTokens(event)
  const texts = { en: { subject: 'News', body: 'News.' } }
  const mailing = await createMailing(TEST, event.id, { filters: '', texts })
  const [letter] = await db().select({ id: outbox.id }).from(outbox).where(eq(outbox.attendeeId, attendee))
  const section = sections[0] ?? ''
  const ids: Record<string, string> = {
    'attendees/[id]': attendee,
    'form/questions/[id]': questions[0]?.id ?? '',
    'form/sections/[id]': section,
    'invitations/[id]': invitation,
    'mail/[id]': letter?.id ?? '',
    'mailings/[id]': mailing.ok ? mailing.value.id : '',
    'messages/[kind]': 'confirmed',
  }
  const queries: Record<string, string> = {
    'attendees/export': '?format=csv',
    'attendees/decide': `?act=cancel&id=${attendee}`,
    'form/add': `?section=${section}`,
  }
  return { ...event, ids, queries }
}

type Whole = Awaited<ReturnType<typeof wholeEvent>>

/** Every page and download of an event's desk, as the file system has them: the address at an event, with the rows of `from`. */
function deskPaths(event: Whole, from: Whole): string[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => FILE.test(file))
  return files.map((file) => {
    const route = file.replace(FILE, '')
    const [known, id] = Object.entries(from.ids).find(([one]) => route.startsWith(one)) ?? ['', '']
    const path = known ? route.replace(known, known.replace(/\[\w+\]/, id)) : route
    if (path.includes('[')) throw new Error(`Of which row is ${route}? Add one to wholeEvent().`)
    return `/desk/${event.slug}${path && `/${path}`}${from.queries[route] ?? ''}`
  })
}

test('an organizer reads no page and takes no file of another event', async () => {
  const [mine, other] = [await wholeEvent(), await wholeEvent()]
  const asked = async (cookie: string, path: string) => {
    const answer = await fetch(at(path), { redirect: 'manual', headers: { cookie, accept: 'text/html' } })
    return { path, status: answer.status, body: await answer.text() }
  }
  const [me, them] = [
    await deskCookies(at(''), newEmail('mine'), [mine]),
    await deskCookies(at(''), newEmail('theirs'), [other]),
  ]
  const paths = deskPaths(other, other)
  expect(paths.length).toBeGreaterThan(30)
  // Control: whoever may is let in everywhere.
  const open = await Promise.all(paths.map((path) => asked(them, path)))
  expect(open.filter(({ status }) => status !== 200).map(({ path, status }) => [path, status])).toEqual([])
  const strange = [...paths, ...deskPaths(mine, other).filter((path) => Object.values(other.ids).some(holds(path)))]
  for (const path of strange) {
    const { status, body } = await asked(me, path)
    // A wording is of a kind, which every event has.
    const own = path.startsWith(`/desk/${mine.slug}/`)
    if (own && /\/(messages|decide|add)\b/.test(path)) expect(body).not.toContain(other.title)
    else expect([path, status]).toEqual([path, 404])
    expect(body).not.toContain(other.title)
  }
  // Nobody at all is sent to sign in.
  for (const path of paths) expect([path, (await asked('', path)).status]).not.toEqual([path, 200])
})

const holds = (path: string) => (id: string) => path.includes(id)

test('a private link, an invitation, a code and earlier data of one event open nothing of another', async () => {
  const [mine, other] = [await eventWhere(20), await eventWhere(20)]
  const { good, id } = await privateTokens(mine)
  const stranger = await comes(other, { given: 'Stranger' })
  const invitation = await invitationTokens(mine)
  const [code, theirs] = [await codeAt(mine), await codeAt(other)]
  const form = (slug: string, query: string, hide: string) => seen(at(`/e/${slug}/register?${query}`), hide)
  const before = await db().select().from(attendees).where(eq(attendees.eventId, other.id))

  // As if they were nothing; at their own event each is something.
  const opens = [
    [`invitation=${invitation.good}`, invitation.good, `invitation=${invitation.unknown}`, invitation.unknown],
    [`code=${code.code}`, code.code, 'code=AAAA-AAAA', 'AAAA-AAAA'],
  ] as const
  for (const [query, hide, nothing, hidden] of opens) {
    expect(await form(other.slug, query, hide)).toEqual(await form(other.slug, nothing, hidden))
    expect(await form(mine.slug, query, hide)).not.toEqual(await form(mine.slug, nothing, hidden))
  }
  const from = earlierToken({ attendeeId: stranger, linkVersion: 1, eventId: mine.id, until: inDays(1) })
  expect((await form(mine.slug, `from=${from}`, from)).body).toContain('Stranger')
  expect((await form(other.slug, `from=${from}`, from)).body).not.toContain('Stranger')
  expect(theirs.code).not.toBe(code.code)

  // Somebody else's file behind one's own link, and a link made for another.
  const { status } = await seen(at(`/r/${good}/files/${stranger}`), good)
  expect(status).toBe(404)
  expect((await seen(at(`/r/${linkToken(stranger, 2)}`), good)).status).toBe(404)
  expect((await seen(at(`/r/${good}`), good)).body).not.toContain(other.title)
  expect(id).not.toBe(stranger)
  expect(await db().select().from(attendees).where(eq(attendees.eventId, other.id))).toEqual(before)
})
