import 'server-only'
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import type { AttendeeStatus } from '#db/enums'
import { attendeeRows } from '#lib/attendees/queries/list'
import type { Column } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { type Cell, cellOf } from '#lib/rosters/policy/cells'
import { csvCell } from '#lib/rosters/policy/csv'
import { sheetName, xlsxCell } from '#lib/rosters/policy/xlsx'
import type { Format } from '#lib/rosters/schema'

const CHUNK = 500

export type Roster = {
  event: { eventId: string; locale: Locale; defaultLocale: string; timeZone: string }
  /** From `exportRoster`. */
  ids: readonly string[]
  columns: readonly Column[]
  /** In the reader's language. */
  words: { sheet: string; heads: Record<Column, string>; status: (status: AttendeeStatus) => string }
}

/** The file as a stream of bytes, read from the database as the reader takes it, so that a large event needs no more memory than a small one. */
export function rosterFile(actor: Actor, roster: Roster, format: Format): ReadableStream<Uint8Array> {
  const { columns, words } = roster
  const { timeZone } = roster.event
  const heads = columns.map((column) => words.heads[column])
  if (format === 'csv')
    return writeCsvStream(
      rows(actor, roster, (cell) => csvCell(cell, timeZone)),
      { headers: heads, bom: true },
    )
  return writeXlsxStream(
    rows(actor, roster, (cell) => xlsxCell(cell, timeZone)),
    {
      name: sheetName(words.sheet),
      columns: columns.map((column, i) => ({
        header: heads[i] ?? '',
        width: WIDTHS[column] ?? 24,
        numFmt: column === 'registered' ? 'yyyy-mm-dd hh:mm' : '@',
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

/** Chunk by chunk. Somebody gone since, or a right lost, breaks the download off: a file must not be short without a word. */
async function* rows(
  actor: Actor,
  { event, ids, columns, words }: Roster,
  written: (cell: Cell) => Cell,
): AsyncGenerator<Cell[]> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    const found = await attendeeRows(actor, event, chunk)
    if (found.length < chunk.length) throw new Error('The list changed while it was exported.')
    for (const row of found) yield columns.map((column) => written(cellOf(column, row, words.status)))
  }
}
