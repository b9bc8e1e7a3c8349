import 'server-only'
import { createHash } from 'node:crypto'
import { type Tx, transaction } from '#db/client'
import { files } from '#db/schema/files'
import { done, type Result, refuse } from '#lib/errors'
import { type FileProblem, isPicture, isWhole, kindOf, type MediaType } from '#lib/files/kind'
import { cleanName } from '#lib/files/name'
import { rewritePicture } from '#lib/files/picture'
import { writeBytes } from '#lib/files/store'
import { newId } from '#lib/ids'

/** Megabytes a file may have where the question sets no bound. */
export const MAX_MB = 5

export type Draft = {
  eventId: string
  questionId: string
  /** Digest of the one-time key of the form it comes with. */
  draftHash: string
  name: string
  bytes: Buffer
  accept: 'file' | 'picture'
  maxMb?: number | null
}
export type Kept = { id: string; name: string; size: number; mediaType: MediaType }

/**
 * Keeps a file that came with a form, as its draft: nobody's until the form is taken (`adopt`), and swept after a day.
 * The bytes come first, since a transaction waits for nothing but the database; bytes without a row are swept.
 */
export async function keepDraft(draft: Draft, now = new Date()): Promise<Result<Kept, { reason: FileProblem }>> {
  const checked = await taken(draft)
  if (!checked.ok) return checked
  const { bytes, mediaType } = checked.value
  const kept = { id: newId(), name: cleanName(draft.name, mediaType), size: bytes.length, mediaType }
  await writeBytes(kept.id, bytes)
  await transaction((tx) =>
    insertFile(
      tx,
      {
        ...kept,
        sha256: digest(bytes),
        purpose: 'answer',
        eventId: draft.eventId,
        questionId: draft.questionId,
        draftHash: draft.draftHash,
      },
      now,
    ),
  )
  return done(kept)
}

type NewFile = Omit<typeof files.$inferInsert, 'createdAt'>

/** The row of a file whose bytes are written. */
export async function insertFile(tx: Tx, file: NewFile, now: Date): Promise<void> {
  await tx.insert(files).values({ ...file, createdAt: now })
}

export const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes as they are kept: a picture is written anew, everything else stays as it came. */
async function taken({ bytes, accept, maxMb }: Draft) {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > (maxMb ?? MAX_MB) * 1024 * 1024) return refuse('too-large')
  const mediaType = kindOf(bytes)
  if (!mediaType || (accept === 'picture' && !isPicture(mediaType))) return refuse('kind')
  if (!isWhole(mediaType, bytes)) return refuse('unreadable')
  return isPicture(mediaType) ? rewritePicture(bytes) : done({ bytes, mediaType })
}
