import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Answers } from '#lib/attendees/policy/answers'
import { countryName } from '#lib/countries/policy'
import { days } from '#lib/format'
import { isDay } from '#lib/forms/policy/problem'
import type { Names } from '#lib/forms/policy/say'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

type Words = Pick<Names, 'yes' | 'no'>

/** The words for the parts of these answers. */
export async function namesFor(people: Iterable<Answers>, locale: Locale): Promise<Names> {
  const t = await getTranslations({ locale, namespace: 'form' })
  return namesWith(people, locale, { yes: t('yes'), no: t('no') })
}

/** The same with words from the caller, outside of a request. Days stay `2027-04-23` in files (`plain`), which are read by programs too. */
export async function namesWith(
  people: Iterable<Answers>,
  locale: Locale,
  { yes, no }: Words,
  { plain = false } = {},
): Promise<Names> {
  const ids = [...people].flatMap((answers) =>
    [...answers.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.institutionId ?? [])),
  )
  const labels = await institutionLabels([...new Set(ids)], locale)
  return {
    yes,
    no,
    country: (code) => countryName(code, locale),
    institution: (id) => labels.get(id)?.name,
    day: (day) => (plain || !isDay(day) ? day : days(day, day, locale)),
  }
}
