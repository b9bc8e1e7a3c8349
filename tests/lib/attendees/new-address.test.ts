import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { releaseUnconfirmed } from '#lib/attendees/mutations/address'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { editOwn } from '#lib/attendees/mutations/edit-own'
import { takeNewAddress } from '#lib/attendees/mutations/new-address'
import { NEW_ADDRESS_MS } from '#lib/attendees/policy/new-address'
import { newAddressOf, ownAskedAddress } from '#lib/attendees/queries/new-address'
import { ownEdit } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { participantWith } from '#lib/auth/queries'
import { makeEvent, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { rowOf } from '#tests/setup/own-form'
import { lastLetter, tokenIn } from '#tests/setup/own-letters'

const later = (ms: number) => new Date(NOW.getTime() + ms)

async function askFor(event: TestEvent, id: string, email: string, now = NOW) {
  const row = await rowOf(id)
  const form = ownEdit.parse({ ...row, email, institution: 'University', revision: String(row.revision) })
  return editOwn(participantOf(event, id), { ...form, sent: { typed: new Map(), draftHash: '' } }, 'en', now)
}

describe('a new address', () => {
  it('counts once its owner has pressed: the old link goes out, the new one goes there', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event, { email: 'old@mail.test' })
    expect(await askFor(event, attendeeId, 'new@mail.test')).toMatchObject({ value: { asked: 'new@mail.test' } })
    expect((await rowOf(attendeeId)).email).toBe('old@mail.test')
    expect(await ownAskedAddress(participantOf(event, attendeeId), NOW)).toBe('new@mail.test')
    const mail = await lastLetter(attendeeId)
    expect(mail?.to).toBe('new@mail.test')
    // Whoever gets it by mistake can open nothing with it.
    expect(mail?.text).not.toContain('/r/')
    const token = tokenIn(mail?.text, '/address/')
    expect(await newAddressOf(token, 'en', NOW)).toMatchObject({ email: 'new@mail.test' })
    expect((await rowOf(attendeeId)).email).toBe('old@mail.test')

    expect(await takeNewAddress(ANONYMOUS, token, later(1))).toEqual({
      ok: true,
      value: { attendeeId, linkVersion: 2 },
    })
    expect(await rowOf(attendeeId)).toMatchObject({ email: 'new@mail.test', emailKey: 'new@mail.test', linkVersion: 2 })
    expect((await participantWith(linkToken(attendeeId, 1))).kind).toBe('anonymous')
    const link = await lastLetter(attendeeId)
    expect([link?.to, link?.text?.includes(linkToken(attendeeId, 2))]).toEqual(['new@mail.test', true])
    expect(await takeNewAddress(ANONYMOUS, token, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('not with a wrong, an old or an overtaken token, nor one that somebody has', async () => {
    const event = await makeEvent()
    const [one, two] = [await registered(event), await registered(event, { email: 'taken@mail.test' })]
    await askFor(event, one.attendeeId, 'first@mail.test', NOW)
    const first = tokenIn((await lastLetter(one.attendeeId))?.text, '/address/')
    await askFor(event, one.attendeeId, 'Taken@Mail.test', later(1))
    const taken = tokenIn((await lastLetter(one.attendeeId, later(1)))?.text, '/address/')
    for (const [token, at, reason] of [
      [first, later(2), 'not-found'],
      [`${taken.slice(0, -1)}${taken.endsWith('A') ? 'B' : 'A'}`, later(2), 'not-found'],
      ['', later(2), 'not-found'],
      [linkToken(one.attendeeId, 1), later(2), 'not-found'],
      [taken, later(NEW_ADDRESS_MS + 1), 'not-found'],
      [taken, later(2), 'taken'],
    ] as const)
      expect(await takeNewAddress(ANONYMOUS, token, at)).toEqual({ ok: false, reason })
    expect((await rowOf(two.attendeeId)).email).toBe('taken@mail.test')
    // Saving with the present address takes the question back.
    await askFor(event, one.attendeeId, (await rowOf(one.attendeeId)).email, later(3))
    expect(await takeNewAddress(ANONYMOUS, taken, later(4))).toEqual({ ok: false, reason: 'not-found' })
  })
})

describe('a new address of a registration that ended', () => {
  it.each(['lapsed', 'cancelled', 'kept'] as const)('is free for its owner: %s', async (how) => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event, { email: 'typo@mail.test' })
    await askFor(event, attendeeId, 'good@mail.test')
    const token = tokenIn((await lastLetter(attendeeId))?.text, '/address/')
    if (how === 'cancelled') await cancelAttendee(participantOf(event, attendeeId), attendeeId, '', later(1))
    if (how === 'lapsed') {
      await transaction((tx) =>
        tx
          .update(attendees)
          .set({ confirmBy: later(1) })
          .where(eq(attendees.id, attendeeId)),
      )
      await releaseUnconfirmed(later(2))
    }
    const taken = await takeNewAddress(ANONYMOUS, token, later(3))
    // Control: a registration that stands takes it.
    if (how === 'kept') expect(taken.ok).toBe(true)
    else {
      expect(taken).toEqual({ ok: false, reason: 'not-found' })
      expect((await registered(event, { email: 'good@mail.test' }, later(4))).status).toBe('confirmed')
    }
  })
})
