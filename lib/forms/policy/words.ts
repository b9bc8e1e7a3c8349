import { allQuestions, type EditedForm, wordIn } from '#lib/forms/policy/edited'
import type { Broken } from '#lib/forms/policy/possible'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'

/** Conditions that cannot stand, told by the names of their questions. */
export const brokenInWords = (by: readonly Broken[], form: EditedForm, locale: string) => {
  const all = allQuestions(form)
  const name = (id: string) => wordIn(all.find((one) => one.id === id)?.label ?? {}, locale, form)
  return by
    .map(({ questionId, on }) => ({ question: name(questionId), on: name(on) }))
    .filter(({ question, on }) => question && on)
}

const UNTOLD = ['revision', 'added']

/** What an entry of the audit changed of a question: the field, its language, and both values where they can be read as they are. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>) {
  return Object.keys(after)
    .filter((key) => !UNTOLD.includes(key))
    .map((key) => {
      const [field = '', locale = ''] = key.split('.')
      const plain = !['condition', 'types', 'archived', 'section', 'place'].includes(field)
      return { field, locale, before: plain ? before[key] : undefined, after: plain ? after[key] : undefined, plain }
    })
}

/** The languages in which an event is told, by their names. */
export function languagesOf(form: EditedForm, locale: Locale): { code: string; name: string }[] {
  return form.locales.map((code) => ({ code, name: languageName(code, locale) }))
}
