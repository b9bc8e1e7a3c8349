import { fold } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'
import table from './cities.json' with { type: 'json' }

/** Names of one city by language (BCP 47), and other spellings its English name is found under. */
type City = { also?: string[] } & { [language: string]: string | string[] | undefined }

/**
 * The city in the reader's language: Ташкент for Tashkent. Takes the English (or registry's) spelling; what is not in the table comes back as it was given.
 * Without a country nothing is looked up: there is a Brest in France and one in Belarus.
 */
export function cityName(city: string, countryCode: string | null, locale: Locale): string {
  if (!countryCode) return city
  const name = cities().get(key(countryCode, city))?.[locale]
  return typeof name === 'string' ? name : city
}

let known: Map<string, City> | undefined
function cities(): Map<string, City> {
  known ??= new Map(
    Object.entries(table as Record<string, Record<string, City>>).flatMap(([country, all]) =>
      Object.entries(all).flatMap(([english, city]) =>
        [english, ...(city.also ?? [])].map((spelling) => [key(country, spelling), city] as const),
      ),
    ),
  )
  return known
}

const key = (country: string, city: string) => `${country}:${fold(city)}`
