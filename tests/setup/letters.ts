import { and, desc, eq } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { db, transaction } from '#db/client'
import type { MessageKind } from '#db/enums'
import { events, eventTexts } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { env } from '#lib/env'
import { messageOf } from '#lib/mail/letter'
import type { Mail } from '#lib/mail/transport'
import { compose } from '#lib/messages/queries/compose'
import { makeEvent, NOW, type TestEvent } from '#tests/setup/factories'

/** The last message of a kind that was put into the outbox for somebody. */
export async function messageFor(attendeeId: string, kind: MessageKind) {
  const [row] = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.attendeeId, attendeeId), eq(outbox.kind, kind)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1)
  return row
}

/** The same as the letter it becomes; null when there is none. */
export async function letterFor(attendeeId: string, kind: MessageKind, now = NOW): Promise<Mail | null> {
  const row = await messageFor(attendeeId, kind)
  return row ? compose(row, now) : null
}

/** A letter as it goes over the wire, read by another library than the one that wrote it. */
export async function received(mail: Mail): Promise<Email> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail(messageOf(mail, env().mailFrom, 'serai.test'))
  return PostalMime.parse(message as Buffer)
}

/** An event with all that letters tell. */
export async function makeFullEvent(): Promise<TestEvent> {
  const event = await makeEvent({ capacity: 1 })
  await transaction(async (tx) => {
    const facts = {
      onlineUrl: 'https://meet.example/secret',
      contactEmail: 'office@academy.example',
      accent: '#0f6b5c',
    }
    await tx
      .update(events)
      .set({ ...facts, hostId: event.institutionId })
      .where(eq(events.id, event.id))
    await tx
      .update(eventTexts)
      .set({ city: 'Bishkek', venue: 'Main hall', address: '1 Manas Avenue', lead: 'Two days on mobility.' })
      .where(eq(eventTexts.eventId, event.id))
  })
  return event
}
