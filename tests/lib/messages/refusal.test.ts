import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { mailRefusals } from '#db/schema/mailings'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { refuseMail, wantMail } from '#lib/messages/mutations/refusal'
import { attendeeOfRefusal, refusalToken } from '#lib/messages/policy/refusal'
import { refusalOf } from '#lib/messages/queries/refusal'
import { makeEvent, NOW, registered } from '#tests/setup/factories'

const rows = (attendeeId: string) => db().select().from(mailRefusals).where(eq(mailRefusals.attendeeId, attendeeId))

describe('refusing letters to many', () => {
  it('is done by whoever has the link, once, and can be taken back', async () => {
    const { attendeeId } = await registered(await makeEvent())
    const token = refusalToken(attendeeId)
    expect(await refusalOf(token)).toMatchObject({ refused: false })
    expect(await refuseMail(ANONYMOUS, token, NOW)).toMatchObject({ ok: true })
    expect(await refuseMail(ANONYMOUS, token, NOW)).toMatchObject({ ok: true })
    expect(await rows(attendeeId)).toHaveLength(1)
    expect(await refusalOf(token)).toMatchObject({ refused: true })
    expect(await wantMail(ANONYMOUS, token, NOW)).toMatchObject({ ok: true })
    expect(await rows(attendeeId)).toEqual([])
    const verbs = await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, attendeeId))
      .orderBy(auditEntries.id)
    expect(verbs.map(({ verb }) => verb)).toEqual(['attendee.register', 'attendee.refuse-mail', 'attendee.want-mail'])
  })

  it('needs the right link: no other, and not the private one', async () => {
    const event = await makeEvent()
    const [one, other] = [await registered(event), await registered(event)]
    const [mine, theirs] = [refusalToken(one.attendeeId), refusalToken(other.attendeeId)]
    const wrong = ['', 'x', mine.slice(0, 22) + theirs.slice(22), linkToken(one.attendeeId, 1), `${mine.slice(0, -1)}!`]
    for (const token of wrong) {
      expect(await refuseMail(ANONYMOUS, token, NOW)).toMatchObject({ ok: false, reason: 'not-found' })
      expect(await wantMail(ANONYMOUS, token, NOW)).toMatchObject({ ok: false, reason: 'not-found' })
      expect(await refusalOf(token)).toBeNull()
    }
    expect(attendeeOfRefusal(mine)).toBe(one.attendeeId)
    expect(await rows(one.attendeeId)).toEqual([])
  })
})
