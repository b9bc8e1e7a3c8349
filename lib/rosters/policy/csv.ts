import { type Cell, printable, wallClock } from '#lib/rosters/policy/cells'

/**
 * A cell for CSV: `2027-03-01 16:05` in the time zone, a day `2027-03-01`, a number with a point, or text that no spreadsheet runs. A quote goes before it only where it
 * would run: what begins with `=` or `@`, and with `+` or `-` unless digits, spaces, brackets, hyphens, dots and slashes are all that follows.
 * Those are phones and dashes: nothing in them can call a function, and `'+996 555 12 34 56` would be no phone any more.
 */
export function csvCell(cell: Cell, timeZone: string): string {
  if (cell instanceof Date) return wallClock(cell, timeZone).toISOString().slice(0, 16).replace('T', ' ')
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.day
  const text = printable(cell)
  return runs(text.trimStart()) ? `'${text.replace(RUNS_LATER, "$1'")}` : text.replace(RUNS_LATER, "$1'")
}

const runs = (text: string) => /^[=@＝＠]/.test(text) || (/^[+\-＋－]/.test(text) && !/^[+-][\d\s()./\-–]*$/.test(text))

/** A spreadsheet told to part at other signs than the comma starts new cells there, whatever the quotes say. */
const RUNS_LATER = /([;\t\r\n][ \u00a0]*)(?=[=@＝＠]|[+\-＋－][^\d\s()])/g
