import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { FieldProblem } from '#lib/attendees/policy/answers'
import { days } from '#lib/format'
import { fieldName, firstOf, type Typed } from '#lib/forms/policy/names'
import { isDay } from '#lib/forms/policy/problem'
import type { Question } from '#lib/forms/policy/question'
import { fill } from '#lib/forms/policy/view'
import type { Locale } from '#lib/i18n/locales'
import { findInstitutions } from '#lib/institutions/queries/find'

export type Choice = { value: string; label: string; hint?: string }

export type Told = {
  /** By the name of the field. */
  errors: Record<string, string>
  /** For the sum on top of the page: the control to go to, and what is wrong there. */
  lines: { id: string; label: string; text: string }[]
  /** By question: what an institution may be that was typed but not chosen. */
  offers: Record<string, Choice[]>
}

/** What is wrong with answers, in the reader's words. */
export async function problemsTold(
  problems: readonly FieldProblem[],
  questions: readonly Question[],
  typed: Typed,
  locale: Locale,
): Promise<Told> {
  const t = await getTranslations({ locale, namespace: 'form' })
  const told: Told = { errors: {}, lines: [], offers: {} }
  for (const { questionId, field, problem } of problems) {
    const question = questions.find(({ id }) => id === questionId)
    const limit = problem.limit ?? ''
    const text = fill(t.raw(`problems.${problem.code}`), { limit: isDay(limit) ? days(limit, limit, locale) : limit })
    told.errors[field] = text
    const offer =
      problem.code === 'institution'
        ? await offerOf(firstOf(typed, fieldName(questionId)), locale, t.raw('asTyped'))
        : null
    if (offer) told.offers[questionId] = offer
    const id = offer ? fieldName(questionId, 'choice') : field
    told.lines.push({ id, label: question?.label.text ?? '', text })
  }
  return told
}

async function offerOf(asked: string, locale: Locale, asTyped: string): Promise<Choice[]> {
  const found = await findInstitutions(asked, { locale, limit: 8 })
  const options = found.map(({ id, name, matched, place }) => ({
    value: id,
    label: name,
    hint: [matched, place].filter(Boolean).join(' · '),
  }))
  return [...options, { value: 'typed', label: fill(asTyped, { name: asked }) }]
}
