import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import type { MessageKind } from '#db/enums'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { onlineUrlOf } from '#lib/attendees/queries/online'
import { ANONYMOUS } from '#lib/auth/actor'
import { publicEvent } from '#lib/events/queries/event'
import { compose } from '#lib/messages/queries/compose'
import { makeEvent, makeUser, NOW, participantOf, registered, SYSTEM } from '#tests/setup/factories'

const URL = 'https://meet.example/secret'

async function letter(attendeeId: string, kind: MessageKind): Promise<string> {
  const [row] = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.attendeeId, attendeeId), eq(outbox.kind, kind)))
  const mail = row && (await compose({ ...row, attempts: 1 }))
  if (!mail) throw new Error(`no ${kind}`)
  return mail.text
}

it('where an event goes on online is told to those with a place, and to nobody else', async () => {
  const event = await makeEvent({ capacity: 1 })
  await transaction((tx) => tx.update(events).set({ onlineUrl: URL }).where(eq(events.id, event.id)))
  const seated = (await registered(event)).attendeeId
  const waiting = (await registered(event)).attendeeId
  expect(await letter(seated, 'confirmed')).toContain(URL)
  expect(await letter(waiting, 'waiting')).not.toContain(URL)
  expect(await onlineUrlOf(participantOf(event, seated))).toBe(URL)
  for (const actor of [participantOf(event, waiting), await makeUser(), ANONYMOUS])
    expect(await onlineUrlOf(actor)).toBe('')
  expect(JSON.stringify(await publicEvent(event.slug, 'en'))).not.toContain('meet.example')

  await setCapacity(SYSTEM, event.id, 2, 1, NOW)
  expect(await letter(waiting, 'promoted')).toContain(URL)
  expect(await onlineUrlOf(participantOf(event, waiting))).toBe(URL)
})
