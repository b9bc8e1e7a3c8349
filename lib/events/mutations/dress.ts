import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { difference, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { readHex } from '#lib/events/policy/colour'
import { type FileProblem, isPicture, kindOf } from '#lib/files/kind'
import { dropFile } from '#lib/files/mutations/adopt'
import { digest, insertFile } from '#lib/files/mutations/keep'
import { cleanName } from '#lib/files/name'
import { rewriteCover } from '#lib/files/picture'
import { writeBytes } from '#lib/files/store'
import { newId } from '#lib/ids'

/** Megabytes that a cover may have as it is sent. */
export const COVER_MB = 10

export type Dress = {
  /** `#rrggbb`; empty goes back to Serai's own, undefined leaves what there is. */
  accent?: string
  /** A new one; null goes back to the drawn one, undefined leaves what there is. */
  cover?: { name: string; bytes: Buffer } | null
}

/**
 * Gives an event its cover and accent. For organizers. The event's `revision` stays: whoever has its texts open
 * overwrites nothing of this.
 */
export async function dressEvent(
  actor: Actor,
  eventId: string,
  { accent: typed, cover }: Dress,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' | 'accent' | FileProblem }>> {
  const accent = typed ? readHex(typed) : typed
  if (accent === null) return refuse('accent')
  const written = cover ? await writeCover(cover) : done(null)
  if (!written.ok) return written
  return transaction(async (tx) => {
    const before = await dressOf(tx, actor, eventId)
    if (!before) return refuse('not-found')
    if (written.value) await insertFile(tx, { ...written.value, eventId, purpose: 'cover' }, now)
    const after = {
      accent: accent ?? before.accent,
      coverId: cover === undefined ? before.coverId : (written.value?.id ?? null),
    }
    if (after.accent === before.accent && after.coverId === before.coverId) return done({ changed: false })
    await tx
      .update(events)
      .set({ ...after, updatedAt: now })
      .where(eq(events.id, eventId))
    if (before.coverId && before.coverId !== after.coverId) await dropFile(tx, before.coverId)
    await record(tx, actor, { verb: 'event.edit', eventId, subjectId: eventId, ...difference(before, after) }, now)
    return done({ changed: true })
  })
}

async function writeCover({ name, bytes }: { name: string; bytes: Buffer }) {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > COVER_MB * 1024 * 1024) return refuse('too-large')
  const kind = kindOf(bytes)
  if (!kind || !isPicture(kind)) return refuse('kind')
  const picture = await rewriteCover(bytes)
  if (!picture.ok) return picture
  const { bytes: cover, mediaType } = picture.value
  const id = newId()
  await writeBytes(id, cover)
  return done({ id, name: cleanName(name, mediaType), mediaType, size: cover.length, sha256: digest(cover) })
}

async function dressOf(tx: Tx, actor: Actor, eventId: string) {
  const [event] = await tx
    .select({ accent: events.accent, coverId: events.coverId })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  return event
}
