import { fieldName, firstOf, JOURNEY, type Typed } from '#lib/forms/policy/names'
import type { Asked } from '#lib/forms/policy/question'
import { CHOOSES, SENDS_FILE } from '#lib/forms/policy/question'

/** A part of an answer, as a row of the table keeps it. No parts is no answer. */
export type Piece = {
  /** Empty; the option's id of several choices; `day`, `time`, `detail` of a journey. */
  slot: string
  /** Canonical: a number with a point, a day `YYYY-MM-DD`, a time `HH:MM`, yes `1` or no `0`. */
  text: string
  number?: number
  optionId?: string
  countryCode?: string
  institutionId?: string
  fileId?: string
}

/** What somebody typed for a question, read leniently and put into canonical spelling. Whether it will do, `problemOf` says. */
export function piecesOf(question: Asked, typed: Typed): Piece[] {
  const { id, kind } = question
  const raw = typed.get(fieldName(id)) ?? []
  const text = clean(raw[0] ?? '', kind === 'long')
  if (kind === 'several')
    return unique(raw.filter(Boolean)).map((option) => ({ slot: option, text: option, optionId: option }))
  if (kind === 'travel')
    return JOURNEY.map((part) => ({ slot: part, text: clean(firstOf(typed, fieldName(id, part)), false) })).filter(
      (piece) => piece.text,
    )
  if (SENDS_FILE.includes(kind)) {
    const fileId = firstOf(typed, fieldName(id, 'file'))
    return fileId ? [{ slot: '', text: firstOf(typed, fieldName(id, 'name')), fileId }] : []
  }
  if (text === '') return []
  if (CHOOSES.includes(kind)) return [{ slot: '', text, optionId: text }]
  if (kind === 'country') return [{ slot: '', text, countryCode: text }]
  if (kind === 'institution') {
    const chosen = firstOf(typed, fieldName(id, 'id'))
    return [{ slot: '', text, ...(chosen && { institutionId: chosen }) }]
  }
  if (kind === 'number') {
    const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
    const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN
    return [{ slot: '', text: Number.isFinite(number) ? String(number) : plain, number }]
  }
  if (kind === 'yes-no') return [{ slot: '', text: text === '1' || text === 'on' ? '1' : text }]
  if (kind === 'consent') return text === '1' || text === 'on' ? [{ slot: '', text: '1' }] : []
  if (kind === 'time') return [{ slot: '', text: text.replace(/^(\d):/, '0$1:').replace(/^(\d\d:\d\d):\d\d$/, '$1') }]
  return [{ slot: '', text }]
}

/** Composed, without control and direction signs, which break lists and exports; a long text keeps its lines. */
function clean(value: string, lines: boolean): string {
  const composed = value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
  const kept = lines
    ? composed.replace(/[^\P{Cc}\n\t]/gu, ' ').replace(/[\u2028\u2029]/g, '\n')
    : composed.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return kept.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').trim()
}

const unique = (values: readonly string[]) => [...new Set(values)]
