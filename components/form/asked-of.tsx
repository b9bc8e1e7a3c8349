import { getTranslations } from 'next-intl/server'
import type { QuestionsProps } from '#components/form/questions'
import { formWords } from '#components/form/words'
import type { FormStage } from '#db/enums'
import { countryOptions } from '#lib/countries/policy'
import { dayOf } from '#lib/format'
import { TESTS } from '#lib/forms/policy/condition'
import type { Form } from '#lib/forms/policy/question'
import { shownForm } from '#lib/forms/policy/view'
import { formOf } from '#lib/forms/queries/form'
import type { Locale } from '#lib/i18n/locales'

type Where = { id: string; defaultLocale: string; timeZone: string }
type Setting = { locale: Locale; now: Date; staff?: boolean; kept?: ReadonlySet<string>; form?: Form }

/** The event's own questions with all that a page needs to show them. */
export async function askedOf(
  event: Where,
  stages: readonly FormStage[],
  { locale, now, staff = false, kept, form }: Setting,
): Promise<Omit<QuestionsProps, 'typed' | 'errors' | 'offers'>> {
  const [whole, words, t] = await Promise.all([form ?? formOf(event, locale), formWords(), getTranslations('form')])
  const today = dayOf(now, event.timeZone)
  const told = {
    yes: words.yes,
    no: words.no,
    only: t.raw('only'),
    and: t('and'),
    or: t('or'),
    tests: Object.fromEntries(TESTS.map((test) => [test, t.raw(`tests.${test}`)])),
  }
  const sections = shownForm(whole, { stages, staff, today, words: told }, kept)
  return { sections, today, locale, staff, words, countries: countryOptions(locale) }
}
