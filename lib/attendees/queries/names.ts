import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Answers } from '#lib/attendees/policy/answers'
import { countryName } from '#lib/countries/policy'
import { days } from '#lib/format'
import type { Names } from '#lib/forms/policy/say'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

/** The words for the parts of these answers. Days stay `2027-04-23` in files (`plain`), which are read by programs too. */
export async function namesFor(people: Iterable<Answers>, locale: Locale, { plain = false } = {}): Promise<Names> {
  const ids = [...people].flatMap((answers) =>
    [...answers.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.institutionId ?? [])),
  )
  const [t, labels] = await Promise.all([
    getTranslations({ locale, namespace: 'form' }),
    institutionLabels([...new Set(ids)], locale),
  ])
  return {
    yes: t('yes'),
    no: t('no'),
    country: (code) => countryName(code, locale),
    institution: (id) => labels.get(id)?.name,
    day: (day) => (plain ? day : days(day, day, locale)),
  }
}
