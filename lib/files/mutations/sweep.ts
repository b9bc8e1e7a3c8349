import 'server-only'
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { files } from '#db/schema/files'
import { storedFiles } from '#lib/files/store'

const HOUR_MS = 3_600_000
const DRAFT_MS = 24 * HOUR_MS
const BATCH = 200

/** Removes drafts whose form never came, and bytes that no row knows. Answers how many of each. */
export async function sweepFiles(now = new Date()): Promise<{ drafts: number; bytes: number }> {
  const drafts = await transaction((tx) =>
    tx
      .delete(files)
      .where(
        and(
          eq(files.purpose, 'answer'),
          isNull(files.attendeeId),
          lt(files.createdAt, new Date(now.getTime() - DRAFT_MS)),
        ),
      )
      .returning({ id: files.id }),
  )
  let bytes = 0
  let batch: Stored[] = []
  for await (const stored of storedFiles()) {
    // Younger ones may be waiting for their row.
    if (now.getTime() - stored.writtenAt.getTime() < HOUR_MS) continue
    batch.push(stored)
    if (batch.length < BATCH) continue
    bytes += await removeUnknown(batch)
    batch = []
  }
  return { drafts: drafts.length, bytes: bytes + (await removeUnknown(batch)) }
}

type Stored = { id: string; remove: () => Promise<void> }

async function removeUnknown(batch: Stored[]): Promise<number> {
  if (batch.length === 0) return 0
  const ids = batch.map((stored) => stored.id)
  const rows = await db().select({ id: files.id }).from(files).where(inArray(files.id, ids))
  const known = new Set(rows.map((row) => row.id))
  const unknown = batch.filter((stored) => !known.has(stored.id))
  await Promise.all(unknown.map((stored) => stored.remove()))
  return unknown.length
}
