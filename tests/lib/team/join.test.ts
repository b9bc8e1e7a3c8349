import { and, count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { users, verificationTokens } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { teamToken } from '#lib/auth/link'
import { addUser } from '#lib/auth/mutations'
import { storedToken } from '#lib/auth/secrets'
import { compose } from '#lib/messages/queries/compose'
import { mailPage, mailRecord } from '#lib/messages/queries/mail'
import { mailText } from '#lib/messages/queries/mail-text'
import { mailList } from '#lib/messages/schema/mail-list'
import type { Leased } from '#lib/outbox/mutations'
import { changeRole } from '#lib/team/mutations/change'
import { grantRole } from '#lib/team/mutations/grant'
import { joinTeam } from '#lib/team/mutations/join'
import { resendTeamLetter } from '#lib/team/mutations/resend'
import { revokeRole } from '#lib/team/mutations/revoke'
import { teamOf } from '#lib/team/queries/team'
import { makeUser, NOW, SYSTEM } from '#tests/setup/factories'
import { emailOf, teamWorld, userOf, writtenAbout } from '#tests/setup/team'

const DAY_MS = 24 * 60 * 60_000
const on = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const GONE = { ok: false, reason: 'not-found' }

let n = 0

/** Somebody new who was asked to, with the link of the letter. */
async function invited(role: 'organizer' | 'staff' = 'staff', locale: 'en' | 'ru' = 'en') {
  const world = await teamWorld()
  const email = `joins${++n}@mail.test`
  await grantRole(world.organizer, { slug: world.event.slug, emails: [email], role, locale }, NOW)
  const userId = await userOf(email)
  return {
    ...world,
    email,
    userId,
    me: { kind: 'user', userId } satisfies Actor,
    ...(await last(world.event.id, userId)),
  }
}

async function last(eventId: string, userId: string) {
  const id = (await writtenAbout(eventId, userId)).letters.at(-1)?.id ?? ''
  return { id, link: teamToken(id) }
}

const used = (userId: string) =>
  transaction(async (tx) => void (await tx.update(users).set({ emailVerified: NOW }).where(eq(users.id, userId))))

const signInLetters = async (userId: string) =>
  (
    await db()
      .select({ n: count() })
      .from(outbox)
      .where(and(eq(outbox.kind, 'sign-in'), eq(outbox.userId, userId)))
  )[0]?.n

async function letterOf(id: string) {
  const [row] = await db().select().from(outbox).where(eq(outbox.id, id))
  const mail = await compose(row as Leased)
  if (!mail) throw new Error('overtaken')
  return mail
}

describe('the link of the letter', () => {
  it('opens an account that nobody has used, once for each press, and is written down once', async () => {
    const { event, organizer, userId, email, link } = await invited()
    const joined = await joinTeam(ANONYMOUS, link, 'en', on(1))
    if (!joined.ok || joined.value.way !== 'token') throw new Error('no token')
    const [token] = await db()
      .select()
      .from(verificationTokens)
      .where(eq(verificationTokens.token, storedToken(joined.value.token)))
    expect(token?.identifier).toBe(email)
    expect((await teamOf(organizer, event.id)).find((one) => one.userId === userId)?.came).toBe(true)
    await joinTeam(ANONYMOUS, link, 'en', on(2))
    const { audit } = await writtenAbout(event.id, userId)
    expect(audit.filter(({ verb }) => verb === 'team.join')).toHaveLength(1)
  })

  it('signs nobody in to an account in use, to one that administers, or after two weeks: the usual link goes to its address', async () => {
    const inUse = await invited()
    await used(inUse.userId)
    const administers = await invited()
    await addUser(SYSTEM, { email: administers.email, admin: true }, NOW)
    const late = await invited()
    const tokens = async () => (await db().select().from(verificationTokens)).length
    const before = await tokens()
    for (const { link, userId, at } of [
      { ...inUse, at: 1 },
      { ...administers, at: 1 },
      { ...late, at: 15 },
    ]) {
      expect(await joinTeam(ANONYMOUS, link, 'ru', on(at))).toEqual({ ok: true, value: { way: 'letter' } })
      expect(await signInLetters(userId)).toBe(1)
    }
    expect(await tokens()).toBe(before)
  })

  it('leads whoever is signed in on to the desk, and somebody else’s session nowhere', async () => {
    const { event, organizer, me, link, userId } = await invited()
    await used(userId)
    expect(await joinTeam(me, link, 'en', on(1))).toEqual({ ok: true, value: { way: 'desk', slug: event.slug } })
    expect(await joinTeam(organizer, link, 'en', on(1))).toEqual({ ok: true, value: { way: 'letter' } })
  })

  it('is no good once the role is taken away, and not by a later invitation again', async () => {
    const { event, organizer, userId, email, link } = await invited()
    await revokeRole(organizer, { slug: event.slug, userId }, NOW)
    expect(await joinTeam(ANONYMOUS, link, 'en', on(1))).toEqual(GONE)
    await grantRole(organizer, { slug: event.slug, emails: [email], role: 'staff' }, on(1))
    expect(await joinTeam(ANONYMOUS, link, 'en', on(2))).toEqual(GONE)
    const { link: fresh } = await last(event.id, userId)
    expect(await joinTeam(ANONYMOUS, fresh, 'en', on(2))).toMatchObject({ ok: true })
  })

  it('is made by nobody from another letter', async () => {
    const { userId } = await invited()
    const [row] = await db().select({ id: outbox.id }).from(outbox).where(eq(outbox.kind, 'received'))
    for (const wrong of ['', 'x', teamToken(row?.id ?? userId), teamToken(userId)])
      expect(await joinTeam(ANONYMOUS, wrong, 'en', NOW)).toEqual(GONE)
  })

  it('ends sending again: who came needs no other', async () => {
    const { event, organizer, userId, link } = await invited()
    await transaction(async (tx) => {
      await tx.update(outbox).set({ status: 'sent', sentAt: NOW }).where(eq(outbox.userId, userId))
    })
    await joinTeam(ANONYMOUS, link, 'en', on(1))
    const again = await resendTeamLetter(organizer, { slug: event.slug, userId }, on(2))
    expect(again).toEqual({ ok: false, reason: 'came' })
  })
})

describe('the letter', () => {
  it('says who asks, to what, as what, what that may do, and until when the link lets in', async () => {
    const { event, organizer, id, link, email } = await invited('organizer')
    const { to, subject, text } = await letterOf(id)
    expect(to).toBe(email)
    expect(subject).toBe(`Invitation to the team: Event ${event.slug}`)
    expect(text).toContain(
      `${await emailOf(organizer.userId)} invites you to work on Event ${event.slug} as an organizer.`,
    )
    expect(text).toContain('choose who is in the team')
    expect(text).toContain(`/team/${link}`)
    expect(text).toContain(email)
    expect(text).toMatch(/once, until .*15 March 2027/)
  })

  it('is in the language that was chosen, and names nobody for the command line', async () => {
    const { event, staff } = await teamWorld()
    const { letters } = await writtenAbout(event.id, staff.userId)
    expect((await letterOf(letters[0]?.id ?? '')).text).toContain('You are invited to work on')
    const { id } = await invited('staff', 'ru')
    expect((await letterOf(id)).text).toContain('приглашает вас работать над мероприятием')
  })

  it('tells of the new role alone to somebody who has come', async () => {
    const { event, organizer, userId, link } = await invited()
    await joinTeam(ANONYMOUS, link, 'en', on(1))
    await changeRole(organizer, { slug: event.slug, userId, role: 'organizer' }, on(2))
    const { id } = await last(event.id, userId)
    const { subject, text } = await letterOf(id)
    expect(subject).toMatch(/^You have another role now/)
    expect(text).toContain(`has made you an organizer of Event ${event.slug}`)
    expect(text).toContain(`/desk/${event.slug}`)
    expect(text).not.toContain('/team/')
  })

  it('is given up when the role is taken away before it goes', async () => {
    const { event, organizer, userId, id } = await invited()
    await revokeRole(organizer, { slug: event.slug, userId }, NOW)
    const [row] = await db().select().from(outbox).where(eq(outbox.id, id))
    expect(await compose(row as Leased)).toBeNull()
  })

  it('is seen in the event’s mail by organizers, without its link, and by no staff', async () => {
    const { event, organizer, staff, id } = await invited()
    const list = mailList.parse({})
    const ids = async (actor: Actor) => (await mailPage(actor, event.id, list)).rows.map((row) => row.id)
    expect(await ids(organizer)).toContain(id)
    const shown = await mailText(organizer, event.id, id, '[own]')
    expect(shown).toMatchObject({ readable: true, text: expect.stringContaining('[own]') })
    expect(shown).not.toMatchObject({ text: expect.stringContaining('/team/') })
    expect(await ids(staff)).not.toContain(id)
    expect(await mailRecord(staff, event.id, id)).toBeNull()
    expect(await mailText(staff, event.id, id, '[own]')).toBeNull()
  })
})

it('an administrator who is not in the team is told by name as one', async () => {
  const { event, organizer } = await teamWorld()
  const admin = await makeUser([], true)
  const email = await emailOf(admin.userId)
  await grantRole(organizer, { slug: event.slug, emails: [email], role: 'staff' }, NOW)
  expect((await teamOf(organizer, event.id)).find((one) => one.email === email)).toMatchObject({
    admin: true,
    came: false,
  })
})
