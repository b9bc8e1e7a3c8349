import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { seatPools, seats } from '#db/schema/seats'
import { removeExamples } from '#lib/events/mutations/examples'
import { makeEvent, makeUser, NOW, registered, SYSTEM } from '#tests/setup/factories'
import { came, codeWith, invited } from '#tests/setup/invitations'

it('examples go with everything that belongs to them, and nothing else', async () => {
  const [example, real] = [await makeEvent({ capacity: 4 }), await makeEvent({ capacity: 4 })]
  for (const event of [example, real]) {
    const { code } = await codeWith(event, 2)
    const [guest] = [await invited(event), await invited(event)]
    await came(event, { code })
    await came(event, { token: guest.token })
    await registered(event)
  }
  await transaction(async (tx) => {
    await tx.update(events).set({ isExample: true }).where(eq(events.id, example.id))
  })
  expect(await removeExamples(await makeUser([{ slug: example.slug, role: 'organizer' }]), NOW)).toEqual({
    ok: false,
    reason: 'forbidden',
  })
  expect(await removeExamples(SYSTEM, NOW)).toEqual({ ok: true, value: 1 })
  const counts = async (eventId: string) => {
    const pools = await db().select({ id: seatPools.id }).from(seatPools).where(eq(seatPools.eventId, eventId))
    const held = await db()
      .select({ id: seats.id })
      .from(seats)
      .where(
        inArray(
          seats.poolId,
          pools.map(({ id }) => id),
        ),
      )
    const of = async (table: typeof attendees | typeof invitations | typeof invitationCodes) =>
      (await db().select({ id: table.id }).from(table).where(eq(table.eventId, eventId))).length
    return [pools.length, held.length, await of(attendees), await of(invitations), await of(invitationCodes)]
  }
  expect(await counts(example.id)).toEqual([0, 0, 0, 0, 0])
  expect(await counts(real.id)).toEqual([2, 5, 3, 2, 1])
})
