import { describe, expect, it, vi } from 'vitest'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { withdrawInvitation } from '#lib/invitations/mutations/withdraw'
import { makeEvent, NOW, registered, SYSTEM, seatState } from '#tests/setup/factories'
import { cameAs, codeWith, heldBy, invited, takenOf } from '#tests/setup/invitations'

const rules = vi.hoisted(() => ({ withoutCodePool: false }))
vi.mock('#lib/seats/mutations/claim', async (original) => {
  const real = await original<typeof import('#lib/seats/mutations/claim')>()
  return {
    ...real,
    rulesOf: async (...args: Parameters<typeof real.rulesOf>) =>
      (await real.rulesOf(...args)).filter(({ subject }) => !rules.withoutCodePool || subject !== 'code'),
  }
})

const count = (all: string[], one: string) => all.filter((status) => status === one).length

/** Twenty with the code of five, twenty of the public, and five who are invited, all at once, for fifteen places. */
async function rush() {
  const event = await makeEvent({ capacity: 15 })
  const { id, code } = await codeWith(event, 5)
  const guests = await Promise.all(Array.from({ length: 5 }, () => invited(event)))
  const [withCode, open, came] = await Promise.all([
    Promise.all(Array.from({ length: 20 }, () => cameAs(event, { code }))),
    Promise.all(Array.from({ length: 20 }, async () => (await registered(event)).status)),
    Promise.all(guests.map(({ token }) => cameAs(event, { token }))),
  ])
  return { event, id, code, withCode, open, came }
}

describe('many at once', () => {
  it('never oversell a code, nor what is held for it and for those invited', async () => {
    const { event, id, withCode, open, came } = await rush()
    expect([count(withCode, 'confirmed'), count(withCode, 'code-used-up')]).toEqual([5, 15])
    expect([count(open, 'confirmed'), count(open, 'waiting')]).toEqual([5, 15])
    expect(count(came, 'confirmed')).toBe(5)
    expect(await takenOf(event.id)).toEqual({ event: 15, [`code:${id}`]: 5 })
    expect((await diagnose()).filter((finding) => finding.event === event.slug)).toEqual([])
  })

  it('give up and come with a code: the places stay the organization’s', async () => {
    const event = await makeEvent({ capacity: 6 })
    const { id, code } = await codeWith(event, 3)
    const guests = await Promise.all(Array.from({ length: 2 }, () => invited(event)))
    await Promise.all(Array.from({ length: 6 }, () => registered(event)))
    await Promise.all(Array.from({ length: 3 }, () => cameAs(event, { code })))
    const { confirmed } = await seatState(event)
    await Promise.all([
      ...confirmed.map((attendeeId) => cancelAttendee(SYSTEM, attendeeId, '', NOW)),
      ...guests.map((guest) => withdrawInvitation(SYSTEM, guest.id, NOW)),
      ...Array.from({ length: 9 }, () => cameAs(event, { code })),
    ])
    const used = (await takenOf(event.id))[`code:${id}`] ?? 0
    expect((await heldBy(id)).event ?? 0).toBe(3 - used)
    expect(await takenOf(event.id)).toMatchObject({ event: 6 })
    expect((await diagnose()).filter((finding) => finding.event === event.slug)).toEqual([])
  })

  it('control: a claim that leaves out the pool of the code oversells it', async () => {
    rules.withoutCodePool = true
    try {
      const { withCode } = await rush()
      expect(count(withCode, 'code-used-up')).toBe(0)
      expect(count(withCode, 'confirmed')).toBeGreaterThan(5)
    } finally {
      rules.withoutCodePool = false
    }
  })
})
