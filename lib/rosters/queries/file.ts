import 'server-only'
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import type { AttendeeStatus } from '#db/enums'
import { attendeeRows } from '#lib/attendees/queries/list'
import { type AnyColumn, type Column, isQuestionColumn, questionOfColumn } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import type { Question } from '#lib/forms/policy/question'
import type { Locale } from '#lib/i18n/locales'
import { type Cell, cellOf } from '#lib/rosters/policy/cells'
import { csvCell } from '#lib/rosters/policy/csv'
import { sheetName, xlsxCell } from '#lib/rosters/policy/xlsx'
import { answerCells } from '#lib/rosters/queries/answer-cells'
import type { Format } from '#lib/rosters/schema'

const CHUNK = 500

type Words = {
  sheet: string
  heads: Record<Column, string>
  yes: string
  no: string
  status: (status: AttendeeStatus) => string
}

export type Roster = {
  event: { eventId: string; locale: Locale; defaultLocale: string; timeZone: string }
  /** From `exportRoster`. */
  ids: readonly string[]
  columns: readonly AnyColumn[]
  /** Those that columns stand for, in the reader's words. */
  questions: readonly Question[]
  /** In the reader's language. */
  words: Words
}

/** The file as a stream of bytes, read from the database as the reader takes it, so that a large event needs no more memory than a small one. */
export function rosterFile(actor: Actor, roster: Roster, format: Format): ReadableStream<Uint8Array> {
  const { columns, words } = roster
  const { timeZone } = roster.event
  const asked = (column: AnyColumn) =>
    isQuestionColumn(column) ? roster.questions.find(({ id }) => id === questionOfColumn(column)) : undefined
  const heads = columns.map((column) =>
    isQuestionColumn(column) ? (asked(column)?.label.text ?? '') : words.heads[column],
  )
  if (format === 'csv')
    return writeCsvStream(
      rows(actor, roster, (cell) => csvCell(cell, timeZone)),
      { headers: heads.map((head) => csvCell(head, timeZone)), bom: true },
    )
  return writeXlsxStream(
    rows(actor, roster, (cell) => xlsxCell(cell, timeZone)),
    {
      name: sheetName(words.sheet),
      columns: columns.map((column, i) => ({
        header: xlsxText(heads[i] ?? '', timeZone),
        ...(isQuestionColumn(column)
          ? (ANSWERS[asked(column)?.kind ?? 'short'] ?? TEXT)
          : { width: WIDTHS[column] ?? 24, numFmt: column === 'registered' ? 'yyyy-mm-dd hh:mm' : '@' }),
      })),
      freezePane: { rows: 1 },
    },
  )
}

const WIDTHS: Partial<Record<Column, number>> = {
  name: 30,
  institution: 44,
  email: 32,
  title: 10,
  code: 10,
  registered: 17,
  status: 16,
}

const TEXT = { width: 24, numFmt: '@' }
const ANSWERS: Partial<Record<Question['kind'], { width: number; numFmt: string }>> = {
  number: { width: 12, numFmt: 'General' },
  date: { width: 12, numFmt: 'yyyy-mm-dd' },
  'yes-no': { width: 10, numFmt: '@' },
  consent: { width: 10, numFmt: '@' },
  long: { width: 44, numFmt: '@' },
}

const xlsxText = (text: string, timeZone: string) => String(xlsxCell(text, timeZone))

/** Chunk by chunk. Somebody gone since, or a right lost, breaks the download off: a file must not be short without a word. */
async function* rows<Written>(
  actor: Actor,
  { event, ids, columns, questions, words }: Roster,
  written: (cell: Cell) => Written,
): AsyncGenerator<Written[]> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    const [found, answer] = await Promise.all([
      attendeeRows(actor, event, chunk),
      answerCells(actor, event, chunk, questions, words),
    ])
    if (found.length < chunk.length) throw new Error('The list changed while it was exported.')
    for (const row of found)
      yield columns.map((column) =>
        written(
          isQuestionColumn(column) ? answer(row.id, questionOfColumn(column)) : cellOf(column, row, words.status),
        ),
      )
  }
}
