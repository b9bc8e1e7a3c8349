import 'server-only'
import { getTranslations } from 'next-intl/server'
import { answerCounts } from '#lib/attendees/queries/list-answers'
import type { Actor } from '#lib/auth/actor'
import { countryName } from '#lib/countries/policy'
import type { Question } from '#lib/forms/policy/question'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { type AnswerFilter, answerFilters } from '#lib/rosters/policy/filters'

/** The filters by these questions of the event, with their words and how many answered so. */
export async function filtersOf(
  actor: Actor,
  { eventId, locale }: { eventId: string; locale: Locale },
  questions: readonly Question[],
): Promise<AnswerFilter[]> {
  if (questions.length === 0) return []
  const [t, form, counts] = await Promise.all([
    getTranslations({ locale, namespace: 'desk.answers' }),
    getTranslations({ locale, namespace: 'form' }),
    answerCounts(actor, eventId),
  ])
  const named = questions.filter(({ kind }) => kind === 'institution')
  const ids = named.flatMap(({ id }) => [...(counts.get(id)?.keys() ?? [])])
  const labels = await institutionLabels(ids, locale)
  const words = {
    yes: form('yes'),
    no: form('no'),
    answered: t('answered'),
    unanswered: t('unanswered'),
    country: (code: string) => countryName(code, locale),
    institution: (id: string) => labels.get(id)?.name,
  }
  return answerFilters(questions, counts, words, new Intl.Collator(locale))
}
