import type { DataClass, QuestionKind } from '#db/enums'
import { LONGEST } from '#lib/forms/policy/problem'

/** Whether a question must be answered: never, always, or from a day on. */
export const NEEDS = ['no', 'yes', 'from'] as const

/** What an answer most likely is; whoever asks decides. Sent files are mostly papers. */
const CLASS_OF: Partial<Record<QuestionKind, DataClass>> = {
  phone: 'contact',
  url: 'contact',
  country: 'identity',
  institution: 'identity',
  picture: 'identity',
  file: 'sensitive',
}

export const defaultClass = (kind: QuestionKind): DataClass => CLASS_OF[kind] ?? 'logistics'

/** Which bounds a question of a kind has, and within what they lie themselves. */
export type Bounds = {
  min?: { least: number; most: number; whole: boolean }
  max?: { least: number; most: number; whole: boolean }
  days?: true
}

const FAR = Number.MAX_SAFE_INTEGER
const signs = (most: number): Bounds => ({
  min: { least: 1, most, whole: true },
  max: { least: 1, most, whole: true },
})
const MEGABYTES: Bounds = { max: { least: 1, most: 5, whole: true } }
const BOUNDS: Partial<Record<QuestionKind, Bounds>> = {
  short: signs(LONGEST.short),
  long: signs(LONGEST.long),
  number: { min: { least: -FAR, most: FAR, whole: false }, max: { least: -FAR, most: FAR, whole: false } },
  several: { min: { least: 1, most: 100, whole: true }, max: { least: 1, most: 100, whole: true } },
  date: { days: true },
  travel: { days: true },
  file: MEGABYTES,
  picture: MEGABYTES,
}

export const boundsOf = (kind: QuestionKind): Bounds => BOUNDS[kind] ?? {}
