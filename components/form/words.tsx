import { getTranslations } from 'next-intl/server'
import { PROBLEMS, type ProblemCode } from '#lib/forms/policy/problem'

/** The words of a form that are not the organizer's, as the browser needs them. A limit stands as `{limit}`. */
export type FormWords = Record<(typeof WORDS)[number], string> & { problems: Record<ProblemCode, string> }

const WORDS = [
  ...(['optional', 'placeholder', 'countryPlaceholder', 'yes', 'no', 'day', 'time', 'detail', 'detailHint'] as const),
  ...(['kept', 'remove', 'fileHint', 'pictureHint', 'phoneHint', 'urlHint', 'institutionHint'] as const),
  ...(['meant', 'asTyped', 'staffOnly', 'several', 'upTo', 'atLeast', 'between'] as const),
] as const

export async function formWords(): Promise<FormWords> {
  const t = await getTranslations('form')
  return {
    ...(Object.fromEntries(WORDS.map((key) => [key, t.raw(key)])) as Record<(typeof WORDS)[number], string>),
    problems: Object.fromEntries(PROBLEMS.map((code) => [code, t.raw(`problems.${code}`)])) as Record<
      ProblemCode,
      string
    >,
  }
}
