import type { Locale } from '#lib/i18n/locales'

/** ISO 3166-1 alpha-2, and XK, the code in use for Kosovo (Erasmus+ programme guide). */
export const COUNTRY_CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ')

/** Where CLDR's name is not the one the country uses of itself. */
const OWN_NAMES: Record<string, Partial<Record<Locale, string>>> = {
  KG: { ru: 'Кыргызстан' },
  TM: { ru: 'Туркменистан' },
}

/** The country's name in the reader's language. Server only: browsers know fewer languages. */
export function countryName(code: string, locale: Locale): string {
  return OWN_NAMES[code]?.[locale] ?? namesIn(locale).of(code) ?? code
}

/** All countries by name in the reader's language. */
export function countryOptions(locale: Locale): { value: string; label: string }[] {
  const known = options.get(locale)
  if (known) return known
  const order = new Intl.Collator(locale)
  const sorted = COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code, locale) })).sort((a, b) =>
    order.compare(a.label, b.label),
  )
  options.set(locale, sorted)
  return sorted
}

const options = new Map<Locale, { value: string; label: string }[]>()

const displayNames = new Map<Locale, Intl.DisplayNames>()
function namesIn(locale: Locale): Intl.DisplayNames {
  let names = displayNames.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region' })
    displayNames.set(locale, names)
  }
  return names
}
