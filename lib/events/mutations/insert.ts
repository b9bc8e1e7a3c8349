import 'server-only'
import type * as z from 'zod'
import type { Tx } from '#db/client'
import { attendeeTypes, attendeeTypeTexts, eventPartners, events, eventTexts, notices } from '#db/schema/events'
import { poolRules, seatPools } from '#db/schema/seats'
import type { newEvent } from '#lib/events/schema/new-event'
import { newId } from '#lib/ids'

export type WholeEvent = z.output<typeof newEvent>

/** Writes an event with its texts, attendee types, privacy notice (version 1) and the pool that caps it; null when the address is taken. */
export async function insertEvent(tx: Tx, whole: WholeEvent, now: Date) {
  const { texts, types, notice, capacity, partnerIds, ...event } = whole
  const id = newId()
  const [made] = await tx
    .insert(events)
    .values({ id, ...event, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: events.id })
  if (!made) return null
  await tx.insert(eventTexts).values(entries(texts).map(([locale, text]) => ({ eventId: id, locale, ...text })))
  if (partnerIds.length > 0)
    await tx
      .insert(eventPartners)
      .values(partnerIds.map((institutionId, i) => ({ eventId: id, position: i + 1, institutionId })))
  await tx.insert(notices).values(
    entries(notice).map(([locale, body]) => ({
      id: newId(),
      eventId: id,
      version: 1,
      locale,
      body,
      createdAt: now,
    })),
  )
  const typeIds = await addTypes(tx, id, types)
  const poolId = newId()
  await tx.insert(seatPools).values({ id: poolId, eventId: id, key: 'event', capacity })
  await tx.insert(poolRules).values({ id: newId(), eventId: id, poolId, subject: 'event' })
  return { id, slug: event.slug, typeIds }
}

async function addTypes(tx: Tx, eventId: string, types: WholeEvent['types']): Promise<string[]> {
  const rows = types.map((names, i) => ({ id: newId(), eventId, position: i + 1, names }))
  await tx.insert(attendeeTypes).values(rows.map(({ names: _, ...row }) => row))
  await tx
    .insert(attendeeTypeTexts)
    .values(rows.flatMap(({ id, names }) => entries(names).map(([locale, name]) => ({ typeId: id, locale, name }))))
  return rows.map((row) => row.id)
}

const entries = <Value>(record: Partial<Record<string, Value>>) => Object.entries(record) as [string, Value][]
