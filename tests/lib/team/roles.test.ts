import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { memberships, users } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { mintSignIn } from '#lib/auth/mutations'
import { personOf } from '#lib/auth/queries'
import { deskEvent } from '#lib/events/queries/event'
import { changeRole } from '#lib/team/mutations/change'
import { grantRole } from '#lib/team/mutations/grant'
import { resendTeamLetter } from '#lib/team/mutations/resend'
import { revokeRole } from '#lib/team/mutations/revoke'
import { administrators, teamOf } from '#lib/team/queries/team'
import { makeUser, NOW, SYSTEM } from '#tests/setup/factories'
import { emailOf, roleOf, teamWorld, userOf, writtenAbout } from '#tests/setup/team'

const NOT_FOUND = { ok: false, reason: 'not-found' }
const LAST = { ok: false, reason: 'last-organizer' }
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let n = 0
const stranger = () => `stranger${++n}@mail.test`

const sent = (userId: string, at: Date) =>
  transaction(async (tx) => {
    await tx.update(outbox).set({ status: 'sent', sentAt: at }).where(eq(outbox.userId, userId))
  })

describe('giving a role', () => {
  it('is written down with its letter, to each of many', async () => {
    const { event, organizer } = await teamWorld()
    const emails = [stranger(), stranger()]
    const granted = await grantRole(organizer, { slug: event.slug, emails, role: 'staff', locale: 'ru' }, NOW)
    expect(granted).toEqual({ ok: true, value: { granted: emails, kept: [] } })
    for (const email of emails) {
      const userId = await userOf(email)
      expect(await roleOf(event.id, userId)).toBe('staff')
      const { audit, letters } = await writtenAbout(event.id, userId)
      expect(audit).toEqual([{ verb: 'user.grant', by: organizer.userId, before: null, after: { role: 'staff' } }])
      expect(letters.map(({ locale }) => locale)).toEqual(['ru'])
    }
  })

  it('to somebody who has one changes nothing, whichever it is, and sends nothing', async () => {
    const { event, organizer, staff } = await teamWorld()
    const email = await emailOf(staff.userId)
    const before = await writtenAbout(event.id, staff.userId)
    for (const role of ['staff', 'organizer'] as const) {
      const again = await grantRole(organizer, { slug: event.slug, emails: [email], role }, later(1))
      expect(again).toEqual({
        ok: true,
        value: { granted: [], kept: [{ userId: staff.userId, email, role: 'staff' }] },
      })
    }
    expect(await writtenAbout(event.id, staff.userId)).toEqual(before)
  })

  it('answers alike for an address that is known on this instance and for one that is not', async () => {
    const { event, organizer, wrong } = await teamWorld()
    const known = await emailOf(wrong['an organizer elsewhere'].userId)
    const answers = []
    for (const email of [known, stranger()]) {
      const answer = await grantRole(organizer, { slug: event.slug, emails: [email], role: 'staff' }, NOW)
      answers.push(answer.ok && { ...answer.value, granted: answer.value.granted.length })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  it('is refused to staff, to another event’s organizer, to participants and strangers', async () => {
    const { event, wrong } = await teamWorld()
    for (const actor of Object.values(wrong)) {
      const email = stranger()
      expect(await grantRole(actor, { slug: event.slug, emails: [email], role: 'staff' }, NOW)).toEqual(NOT_FOUND)
      expect(await userOf(email)).toBe('')
    }
    for (const actor of [await makeUser([], true), SYSTEM])
      expect((await grantRole(actor, { slug: event.slug, emails: [stranger()], role: 'staff' }, NOW)).ok).toBe(true)
    expect(await grantRole(SYSTEM, { slug: 'no-such', emails: [stranger()], role: 'staff' }, NOW)).toEqual(NOT_FOUND)
  })
})

describe('changing a role', () => {
  it('counts from the next request on, and is told in the language of the first letter', async () => {
    const { event, organizer } = await teamWorld()
    const email = stranger()
    await grantRole(organizer, { slug: event.slug, emails: [email], role: 'staff', locale: 'ru' }, NOW)
    const userId = await userOf(email)
    const subject = { slug: event.slug, userId }
    expect(await changeRole(organizer, { ...subject, role: 'organizer' }, later(1))).toMatchObject({ ok: true })
    expect((await personOf({ kind: 'user', userId }))?.events).toEqual([{ eventId: event.id, role: 'organizer' }])
    const { audit, letters } = await writtenAbout(event.id, userId)
    expect(audit.at(-1)).toMatchObject({ verb: 'user.grant', before: { role: 'staff' }, after: { role: 'organizer' } })
    expect(letters.map(({ locale }) => locale)).toEqual(['ru', 'ru'])
    // The same once more is no change.
    expect(await changeRole(organizer, { ...subject, role: 'organizer' }, later(2))).toMatchObject({ ok: true })
    expect((await writtenAbout(event.id, userId)).letters).toHaveLength(2)
    const [member] = await db().select().from(memberships).where(eq(memberships.userId, userId))
    expect(member?.since).toEqual(NOW)
  })

  it('is refused to whoever does not decide there, also about oneself', async () => {
    const { event, staff, wrong } = await teamWorld()
    const change = { slug: event.slug, userId: staff.userId, role: 'organizer' } as const
    for (const actor of Object.values(wrong)) expect(await changeRole(actor, change, NOW)).toEqual(NOT_FOUND)
    expect(await roleOf(event.id, staff.userId)).toBe('staff')
  })

  it('reaches nobody who works elsewhere only', async () => {
    const { event, elsewhere, organizer, wrong } = await teamWorld()
    const other = wrong['an organizer elsewhere'].userId
    for (const slug of [event.slug, elsewhere.slug])
      expect(await changeRole(organizer, { slug, userId: other, role: 'staff' }, NOW)).toEqual(NOT_FOUND)
    expect(await roleOf(elsewhere.id, other)).toBe('organizer')
  })
})

describe('taking a role away', () => {
  it('ends what may be read with the next request', async () => {
    const { event, organizer, staff } = await teamWorld()
    expect(await deskEvent(staff, event.slug, 'en')).not.toBeNull()
    expect(await revokeRole(organizer, { slug: event.slug, userId: staff.userId }, NOW)).toMatchObject({ ok: true })
    expect(await deskEvent(staff, event.slug, 'en')).toBeNull()
    const { audit } = await writtenAbout(event.id, staff.userId)
    expect(audit.at(-1)).toEqual({ verb: 'user.revoke', by: organizer.userId, before: { role: 'staff' }, after: null })
    expect(await revokeRole(organizer, { slug: event.slug, userId: staff.userId }, NOW)).toEqual(NOT_FOUND)
  })

  it('is refused to whoever does not decide there', async () => {
    const { event, organizer, staff, wrong } = await teamWorld()
    for (const actor of Object.values(wrong))
      for (const userId of [staff.userId, organizer.userId])
        expect(await revokeRole(actor, { slug: event.slug, userId }, NOW)).toEqual(NOT_FOUND)
    expect(await roleOf(event.id, staff.userId)).toBe('staff')
  })
})

describe('the last organizer', () => {
  it('neither leaves nor steps back, until there is another', async () => {
    const { event, organizer, staff } = await teamWorld()
    const own = { slug: event.slug, userId: organizer.userId }
    expect(await revokeRole(organizer, own, NOW)).toEqual(LAST)
    expect(await changeRole(organizer, { ...own, role: 'staff' }, NOW)).toEqual(LAST)
    expect(await roleOf(event.id, organizer.userId)).toBe('organizer')
    await changeRole(organizer, { slug: event.slug, userId: staff.userId, role: 'organizer' }, NOW)
    expect(await revokeRole(organizer, own, NOW)).toMatchObject({ ok: true })
    expect(await deskEvent(organizer, event.slug, 'en')).toBeNull()
  })

  it('is one of two who leave at the same moment', async () => {
    const { event, organizer } = await teamWorld()
    const second = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const both = [organizer, second].map((actor) => revokeRole(actor, { slug: event.slug, userId: actor.userId }, NOW))
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
    expect((await teamOf(SYSTEM, event.id)).filter(({ role }) => role === 'organizer')).toHaveLength(1)
  })

  it('control: an administrator takes the role away, and nobody decides there', async () => {
    const { event, organizer } = await teamWorld()
    const own = { slug: event.slug, userId: organizer.userId }
    expect(await revokeRole(await makeUser([], true), own, NOW)).toMatchObject({ ok: true })
    expect((await teamOf(SYSTEM, event.id)).filter(({ role }) => role === 'organizer')).toEqual([])
  })
})

describe('sending an invitation again', () => {
  it('waits for the last letter and a quarter of an hour, and is written down', async () => {
    const { event, organizer } = await teamWorld()
    const email = stranger()
    await grantRole(organizer, { slug: event.slug, emails: [email], role: 'staff', locale: 'ru' }, NOW)
    const userId = await userOf(email)
    const subject = { slug: event.slug, userId }
    expect(await resendTeamLetter(organizer, subject, later(60))).toEqual({ ok: false, reason: 'too-soon' })
    await sent(userId, NOW)
    expect(await resendTeamLetter(organizer, subject, later(14))).toEqual({ ok: false, reason: 'too-soon' })
    expect(await resendTeamLetter(organizer, subject, later(16))).toMatchObject({ ok: true })
    const { audit, letters } = await writtenAbout(event.id, userId)
    expect(audit.map(({ verb }) => verb)).toEqual(['user.grant', 'team.resend'])
    expect(letters.map(({ locale }) => locale)).toEqual(['ru', 'ru'])
  })

  it('is refused to whoever does not decide there', async () => {
    const { event, staff, wrong } = await teamWorld()
    await sent(staff.userId, NOW)
    for (const actor of Object.values(wrong))
      expect(await resendTeamLetter(actor, { slug: event.slug, userId: staff.userId }, later(60))).toEqual(NOT_FOUND)
  })
})

describe('the list', () => {
  it('is for those who decide there', async () => {
    const { event, organizer, staff, wrong } = await teamWorld()
    for (const actor of Object.values(wrong)) {
      expect(await teamOf(actor, event.id)).toEqual([])
      expect(await administrators(actor, event.id)).toEqual([])
    }
    const admin = await makeUser([], true)
    for (const actor of [organizer, admin])
      expect((await teamOf(actor, event.id)).map(({ userId }) => userId)).toEqual([organizer.userId, staff.userId])
    expect((await administrators(organizer, event.id)).map(({ userId }) => userId)).toContain(admin.userId)
  })

  it('tells of an invited address nothing from before: neither a name nor that it was in use', async () => {
    const { event, organizer, wrong } = await teamWorld()
    const known = wrong['an organizer elsewhere'].userId
    const used = { name: 'Somebody Known', emailVerified: later(-60) }
    await transaction(async (tx) => void (await tx.update(users).set(used).where(eq(users.id, known))))
    await mintSignIn(SYSTEM, await emailOf(known), later(-60))
    const emails = [await emailOf(known), stranger()]
    await grantRole(organizer, { slug: event.slug, emails, role: 'staff' }, NOW)
    const rows = (await teamOf(organizer, event.id)).filter(({ email }) => emails.includes(email))
    const bare = rows.map(({ userId: _, email: __, letter, ...row }) => ({ ...row, letter: letter?.status }))
    expect(bare).toHaveLength(2)
    expect(bare[0]).toEqual(bare[1])
    expect(bare[0]).toMatchObject({ name: '', came: false, admin: false })
  })
})
