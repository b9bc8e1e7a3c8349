import type { AttendeeStatus } from '#db/enums'
import { listName } from '#lib/attendees/policy'
import type { AttendeeRow } from '#lib/attendees/queries/list'
import type { Column } from '#lib/attendees/schema/list'
import type { Piece } from '#lib/forms/policy/answer'
import { isDay } from '#lib/forms/policy/problem'
import type { Question } from '#lib/forms/policy/question'
import { answerText, type Names } from '#lib/forms/policy/say'
import { spellCode } from '#lib/ids'

/** A day of the calendar, `YYYY-MM-DD`: the same in every time zone. */
export type Day = { day: string }
/** A Date is an instant. */
export type Cell = string | number | Date | Day

/** What the screen and the file say of somebody in a column: text, or the instant of a date. */
export function cellOf(column: Column, row: AttendeeRow, statusWord: (status: AttendeeStatus) => string): Cell {
  switch (column) {
    case 'name':
      return listName(row)
    case 'status':
      return statusWord(row.status)
    case 'registered':
      return row.registeredAt
    case 'code':
      return spellCode(row.code)
    default:
      return row[column]
  }
}

/** What the file says of an answer: numbers and days as such, all else in the words of the screen. A consent not given is a no. */
export function answerCell(question: Pick<Question, 'kind' | 'options'>, pieces: readonly Piece[], names: Names): Cell {
  const [first] = pieces
  if (!first) return question.kind === 'consent' ? names.no : ''
  const number = first.number ?? Number(first.text)
  if (question.kind === 'number' && first.text !== '' && Number.isFinite(number)) return number
  if (question.kind === 'date' && isDay(first.text)) return { day: first.text }
  return answerText(question, pieces, names)
}

/** Characters that no file of the three may hold: controls but tab and line ends, half surrogates, non-characters. */
const FORBIDDEN =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export const printable = (text: string): string => text.replace(FORBIDDEN, '')

const clocks = new Map<string, Intl.DateTimeFormat>()

/** An instant as the clock on the wall shows it in a time zone: the same figures, read as UTC. Spreadsheets know no zones. */
export function wallClock(at: Date, timeZone: string): Date {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const figures = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const
    clock = new Intl.DateTimeFormat('en', { ...figures, hourCycle: 'h23', timeZone })
    clocks.set(timeZone, clock)
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<
    string,
    number
  >
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
