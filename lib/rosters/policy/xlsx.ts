import { type Cell, printable, wallClock } from '#lib/rosters/policy/cells'

/**
 * A cell for XLSX: a number, a real date as the clock on the wall shows it, or text. Text is written as a typed string, which is never a formula
 * whatever it begins with, so nothing is put before it. Line ends become the one that XML keeps, and what only looks like an escape
 * (`_x0041_` is read as `A`, ECMA-376 part 1, 22.9.2.19) is escaped itself.
 */
export function xlsxCell(cell: Cell, timeZone: string): string | number | Date {
  if (cell instanceof Date) return wallClock(cell, timeZone)
  if (typeof cell === 'number') return cell
  if (typeof cell === 'object') return new Date(`${cell.day}T00:00:00Z`)
  return printable(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}

/** A name that Excel takes for a sheet: at most 31 signs, none of `[]:*?/\`, no apostrophe at an end. */
export const sheetName = (text: string): string =>
  printable(text)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '') || '1'
