import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { answers } from '#db/schema/answers'
import { files } from '#db/schema/files'
import { institutions } from '#db/schema/institutions'
import type { Answers } from '#lib/attendees/policy/answers'
import type { Piece } from '#lib/forms/policy/answer'

/** The answers of one attendee by question, for verbs and queries that have found the attendee through permission. */
export async function answersOf(attendeeId: string, reader: Db = db()): Promise<Answers> {
  return (await answersOfMany([attendeeId], reader)).get(attendeeId) ?? new Map()
}

/** The answers of attendees by their id, then by question; to `questionIds` alone where they are given. An institution that was merged is the one that stands for it. */
export async function answersOfMany(
  attendeeIds: readonly string[],
  reader: Db = db(),
  questionIds?: readonly string[],
): Promise<Map<string, Map<string, Piece[]>>> {
  if (attendeeIds.length === 0) return new Map()
  const rows = await reader
    .select({
      attendeeId: answers.attendeeId,
      questionId: answers.questionId,
      slot: answers.slot,
      text: answers.text,
      number: answers.number,
      optionId: answers.optionId,
      countryCode: answers.countryCode,
      institutionId: answers.institutionId,
      mergedIntoId: institutions.mergedIntoId,
      fileId: answers.fileId,
    })
    .from(answers)
    .leftJoin(institutions, eq(institutions.id, answers.institutionId))
    .where(
      and(inArray(answers.attendeeId, [...attendeeIds]), questionIds && inArray(answers.questionId, [...questionIds])),
    )
    .orderBy(asc(answers.id))
  const people = new Map<string, Map<string, Piece[]>>()
  for (const row of rows) {
    const own = people.get(row.attendeeId) ?? new Map<string, Piece[]>()
    people.set(row.attendeeId, own)
    own.set(row.questionId, [...(own.get(row.questionId) ?? []), pieceOf(row)])
  }
  return people
}

type Row = {
  slot: string
  text: string
  number: number | null
  optionId: string | null
  countryCode: string | null
  institutionId: string | null
  mergedIntoId: string | null
  fileId: string | null
}

function pieceOf(row: Row): Piece {
  const institutionId = row.mergedIntoId ?? row.institutionId
  return {
    slot: row.slot,
    text: row.text,
    ...(row.number !== null && { number: row.number }),
    ...(row.optionId !== null && { optionId: row.optionId }),
    ...(row.countryCode !== null && { countryCode: row.countryCode }),
    ...(institutionId !== null && { institutionId }),
    ...(row.fileId !== null && { fileId: row.fileId }),
  }
}

/** The files that a form may name: drafts that came with it, and what the attendee has sent before. By question. */
export async function ownFiles(
  eventId: string,
  draftHash: string,
  attendeeId: string | null,
  reader: Db = db(),
): Promise<Map<string, string>> {
  const found = await reader
    .select({ id: files.id, questionId: files.questionId })
    .from(files)
    .where(
      and(
        eq(files.eventId, eventId),
        eq(files.purpose, 'answer'),
        isNull(files.attendeeId),
        eq(files.draftHash, draftHash),
      ),
    )
  const sent = attendeeId
    ? await reader
        .select({ id: files.id, questionId: files.questionId })
        .from(files)
        .where(and(eq(files.eventId, eventId), eq(files.attendeeId, attendeeId)))
    : []
  return new Map([...found, ...sent].map((file) => [file.id, file.questionId ?? '']))
}
