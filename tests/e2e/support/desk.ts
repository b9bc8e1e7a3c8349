import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { events } from '#db/schema/events'
import { register } from '#lib/attendees/mutations/register'
import { registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { currentNotice } from '#lib/events/queries/event'
import { institution, newEmail, openEvent, type TestEvent } from './person.ts'

type Somebody = { given: string; family?: string; from?: string; country?: string; type?: number; email?: string }

/** An event of so many places, whose free places are given so. */
export async function eventWhere(capacity: number, set: { waitingMode?: WaitingMode; approval?: boolean } = {}) {
  const event = await openEvent({ capacity })
  await transaction(async (tx) => {
    await tx
      .update(events)
      .set({ waitingMode: 'automatic', ...set })
      .where(eq(events.id, event.id))
  })
  return { ...event, from: await institution(`University ${event.slug}`) }
}

/** Somebody registers without a browser. Answers the id. */
export async function comes(event: TestEvent & { from: string }, who: Somebody): Promise<string> {
  const notice = await currentNotice(db(), event.id, 'en', 'en')
  const form = registration.parse({
    email: who.email ?? newEmail(who.given.toLowerCase()),
    givenName: who.given,
    familyName: who.family ?? 'Queue',
    countryCode: who.country ?? 'KG',
    typeId: event.typeIds[who.type ?? 0],
    institution: 'University',
    institutionId: who.from ?? event.from,
    noticeId: notice?.id ?? '',
    privacy: 'on',
    key: randomUUID(),
  })
  const result = await register(ANONYMOUS, event.slug, form, {
    locale: 'en',
    privacy: 'I have read the notice.',
    listed: '',
  })
  if (!result.ok) throw new Error(result.reason)
  return result.value.attendeeId
}
