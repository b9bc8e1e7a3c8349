import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import { events } from '#db/schema/events'
import { files } from '#db/schema/files'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { insertFile } from '#lib/files/mutations/keep'
import { readBytes, writeBytes } from '#lib/files/store'
import { newId } from '#lib/ids'

/** The cover `from` with its bytes written once more as `id`. */
type CopiedCover = { from: string; id: string }

/** Copies the bytes of an event's cover, before the transaction, which waits for nothing but the database: without a row they are swept. */
export async function copyCoverBytes(actor: Actor, eventId: string): Promise<CopiedCover | null> {
  const [event] = await db()
    .select({ coverId: events.coverId })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  const bytes = event?.coverId && (await readBytes(event.coverId))
  if (!event?.coverId || !bytes) return null
  const id = newId()
  await writeBytes(id, bytes)
  return { from: event.coverId, id }
}

/** The row of a copied cover. */
export async function copyCoverRow(tx: Tx, { from, id }: CopiedCover, to: string, now: Date): Promise<void> {
  const [row] = await tx.select().from(files).where(eq(files.id, from))
  if (row) await insertFile(tx, { ...row, id, eventId: to }, now)
}
