import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendeeTypes, attendeeTypeTexts, eventPartners, eventTexts, notices } from '#db/schema/events'
import { newId } from '#lib/ids'

/** Old ids and the new ones that stand for them. */
export type Ids = Map<string, string>

export const idsFor = (rows: readonly { id: string }[]): Ids => new Map(rows.map((row) => [row.id, newId()]))

/** The new id of something that is copied. */
export function mapped(ids: Ids, id: string): string {
  const found = ids.get(id)
  if (!found) throw new Error('A copy refers to something that was not copied.')
  return found
}

/** The texts, with titles of the copy's own where one is given. */
export async function copyTexts(tx: Tx, from: string, to: string, titles: Record<string, string>): Promise<void> {
  const rows = await tx.select().from(eventTexts).where(eq(eventTexts.eventId, from))
  if (rows.length === 0) return
  await tx
    .insert(eventTexts)
    .values(rows.map((row) => ({ ...row, eventId: to, title: titles[row.locale] ?? row.title })))
}

export async function copyPartners(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx.select().from(eventPartners).where(eq(eventPartners.eventId, from))
  if (rows.length > 0) await tx.insert(eventPartners).values(rows.map((row) => ({ ...row, eventId: to })))
}

/** The notice in force, as the first version. */
export async function copyNotice(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  const rows = await tx.select().from(notices).where(eq(notices.eventId, from))
  const version = Math.max(...rows.map((row) => row.version))
  const latest = rows.filter((row) => row.version === version)
  if (latest.length === 0) return
  await tx
    .insert(notices)
    .values(latest.map((row) => ({ ...row, id: newId(), eventId: to, version: 1, createdAt: now })))
}

/** The attendee types, those no longer offered too: questions and limits may name them. */
export async function copyTypes(tx: Tx, from: string, to: string): Promise<Ids> {
  const rows = await tx
    .select()
    .from(attendeeTypes)
    .where(eq(attendeeTypes.eventId, from))
    .orderBy(asc(attendeeTypes.position), asc(attendeeTypes.id))
  const ids = idsFor(rows)
  if (rows.length === 0) return ids
  const texts = await tx
    .select()
    .from(attendeeTypeTexts)
    .where(inArray(attendeeTypeTexts.typeId, [...ids.keys()]))
  await tx.insert(attendeeTypes).values(rows.map((row) => ({ ...row, id: mapped(ids, row.id), eventId: to })))
  if (texts.length > 0)
    await tx.insert(attendeeTypeTexts).values(texts.map((row) => ({ ...row, typeId: mapped(ids, row.typeId) })))
  return ids
}
