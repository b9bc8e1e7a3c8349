import { getTranslations } from 'next-intl/server'
import { LIMITS } from '#lib/attendees/schema/person'
import { readerLocale } from '#lib/i18n/locale'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { findInstitutions } from '#lib/institutions/queries/find'
import { type InstitutionChoice, institutionLabels } from '#lib/institutions/queries/labels'
import { allow } from '#lib/limits'

/** Suggestions for the institution's field, with the sentence that announces them: browsers format nothing. Public. */
export async function GET(request: Request): Promise<Response> {
  const allowed = await allow('search-address', request.headers.get('x-serai-address') ?? '')
  if (!allowed.ok)
    return new Response(null, { status: 429, headers: { 'retry-after': String(allowed.retryAfterSeconds) } })
  const query = new URL(request.url).searchParams
  const locale = await readerLocale()
  const text = (query.get('q') ?? '').slice(0, LIMITS.institution)
  const choices = await findInstitutions(text, { locale, countryCode: query.get('country') ?? undefined, limit: 8 })
  const [t, names] = await Promise.all([getTranslations('institution'), otherNames(choices, locale)])
  const found = t('found', { count: choices.length })
  return Response.json(
    { found, choices: choices.map((choice) => ({ ...choice, other: names.get(choice.id) ?? null })) },
    { headers: { 'cache-control': 'private, max-age=60', vary: 'cookie, accept-language' } },
  )
}

/** Their names in another language, where those differ from what is shown already: people know their own by either. */
async function otherNames(choices: InstitutionChoice[], locale: Locale): Promise<Map<string, string>> {
  const other = LOCALES.find((each) => each !== locale) ?? locale
  const labels = await institutionLabels(
    choices.map((choice) => choice.id),
    other,
  )
  return new Map(
    choices.flatMap(({ id, name, matched }) => {
      const label = labels.get(id)?.name
      return label && label !== name && label !== matched ? [[id, label] as const] : []
    }),
  )
}
