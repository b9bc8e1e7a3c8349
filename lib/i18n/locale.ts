import 'server-only'
import { cookies, headers } from 'next/headers'
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE, type Locale } from '#lib/i18n/locales'

/** The reader's language: the one that the address asks for, the one chosen, else the first of the browser's that Serai speaks. */
export async function readerLocale(): Promise<Locale> {
  const asked = (await headers()).get('x-serai-language')
  if (isLocale(asked)) return asked
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return acceptedLocale((await headers()).get('accept-language') ?? '')
}

/** The best of an `Accept-Language` header. Readers of Kyrgyz, Kazakh, Tajik, Uzbek and Turkmen mostly read Russian. */
export function acceptedLocale(header: string): Locale {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/\s*;\s*q=/)
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) {
    if (isLocale(language)) return language
  }
  return wanted.some((entry) => READ_RUSSIAN.includes(entry.language)) ? 'ru' : DEFAULT_LOCALE
}

const READ_RUSSIAN = ['ky', 'kk', 'uz', 'tg', 'tk']
