import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { offers } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { readLink } from '#lib/auth/link'
import { formOf, send } from './support/form.ts'
import { institution, openEvent, TEST, type TestEvent } from './support/person.ts'
import { type SecondServer, secondServer, within } from './support/second-server.ts'
import { expect, test } from './support/test.ts'

test('what fell due while the server was down happens when it is back, once', async () => {
  test.setTimeout(180_000)
  const server = await secondServer()
  try {
    const [offering, confirming] = await within(server, async () => {
      await institution('Clock Academy')
      const made = [await openEvent({ capacity: 1 }), await openEvent({ capacity: 1 })] as const
      await transaction(async (tx) => {
        await tx.update(events).set({ waitingMode: 'offers' }).where(eq(events.id, made[0].id))
        await tx.update(events).set({ confirmHours: 24 }).where(eq(events.id, made[1].id))
      })
      return made
    })
    const [seated, first, second] = [
      await register(server, offering),
      await register(server, offering),
      await register(server, offering),
    ]
    const [unconfirmed, next] = [await register(server, confirming), await register(server, confirming)]
    await server.kill()

    const past = new Date(Date.now() - 3_600_000)
    await within(server, async () => {
      await cancelAttendee(TEST, seated, 'x')
      expect(await statusOf(first)).toBe('offered')
      await transaction(async (tx) => {
        await tx.update(offers).set({ expiresAt: past }).where(isNull(offers.outcome))
        await tx.update(attendees).set({ confirmBy: past }).where(eq(attendees.id, unconfirmed))
      })
    })
    await server.start()
    const states = () => within(server, () => Promise.all([first, second, unconfirmed, next].map(statusOf)))
    await expect
      .poll(states, { timeout: 60_000, intervals: [500] })
      .toEqual(['waiting', 'offered', 'cancelled', 'confirmed'])

    // The next turn of the clock finds nothing more to do.
    await new Promise((resolve) => setTimeout(resolve, 22_000))
    expect(await states()).toEqual(['waiting', 'offered', 'cancelled', 'confirmed'])
    await within(server, async () => {
      expect(await told(first, 'attendee.offer-expire')).toBe(1)
      expect(await told(unconfirmed, 'attendee.lapse')).toBe(1)
      expect(await diagnose()).toEqual([])
    })
  } finally {
    await server.remove()
  }
})

async function register({ base }: SecondServer, event: TestEvent): Promise<string> {
  const address = `${base}/e/${event.slug}/register`
  const form = await formOf(address, 'name="email"')
  const key = randomUUID()
  const typed = {
    email: `${key}@mail.test`,
    givenName: 'Clock',
    familyName: key.slice(0, 8),
    institution: 'Clock Academy',
    countryCode: 'KG',
    typeId: event.typeIds[0] ?? '',
    privacy: '1',
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const { location } = await send(address, form)
  return readLink(/\/r\/([\w-]+)/.exec(location ?? '')?.[1] ?? '')?.id ?? ''
}

const statusOf = async (id: string) =>
  (await db().select({ status: attendees.status }).from(attendees).where(eq(attendees.id, id)))[0]?.status

const told = async (id: string, verb: string) =>
  (
    await db()
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.verb, verb)))
  ).length
