import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { LIMITS } from '#lib/attendees/schema/person'
import { readerLocale } from '#lib/i18n/locale'
import { findInstitutions } from '#lib/institutions/queries'

/** Suggestions for the institution's field, with the sentence that announces them: browsers format nothing. Public. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const locale = await readerLocale()
  const text = (query.get('q') ?? '').slice(0, LIMITS.institution)
  const choices = await findInstitutions(text, { locale, countryCode: query.get('country') ?? undefined, limit: 8 })
  const t = await getTranslations('institution')
  return Response.json(
    { found: t('found', { count: choices.length }), choices },
    { headers: { 'cache-control': 'private, max-age=60', vary: 'cookie, accept-language' } },
  )
}
