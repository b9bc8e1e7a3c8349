import { getTranslations } from 'next-intl/server'
import { LIMITS } from '#lib/attendees/schema/person'
import { searchWords } from '#lib/fold'
import { readerLocale } from '#lib/i18n/locale'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { marked } from '#lib/institutions/policy/mark'
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
  const words = searchWords(text)
  return Response.json(
    {
      found: t('found', { count: choices.length }),
      choices: choices.map((choice) => suggestion(choice, names, words)),
    },
    { headers: { 'cache-control': 'private, max-age=60', vary: 'cookie, accept-language' } },
  )
}

/** What the list shows: the name by which it was found before its own, the words that answer set apart; beside it other name and place. */
function suggestion(choice: InstitutionChoice, names: Map<string, string>, words: string[]) {
  const { id, name, matched, place, countryCode } = choice
  const shown = matched ? [...marked(matched, words), { text: ` · ${name}`, hit: false }] : marked(name, words)
  return { id, name, place, countryCode, shown, beside: [names.get(id), place].filter(Boolean).join(' · ') }
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
