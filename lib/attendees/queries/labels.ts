import 'server-only'
import type { Labels } from '#lib/attendees/policy/changes'
import { countryName } from '#lib/countries/policy'
import { typesOf } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

type Told = {
  institutionId: string
  history: readonly { before: Record<string, unknown>; after: Record<string, unknown> }[]
}

/** The words for the ids in a record and its history. Nothing of them is personal. */
export async function labelsOf(
  event: { id: string; defaultLocale: string },
  record: Told,
  locale: Locale,
): Promise<Labels> {
  const mentioned = record.history.flatMap(({ before, after }) => [before.institutionId, after.institutionId])
  const ids = [record.institutionId, ...mentioned].filter((id): id is string => typeof id === 'string')
  const [institutions, types] = await Promise.all([
    institutionLabels(ids, locale),
    typesOf(event.id, locale, event.defaultLocale),
  ])
  return {
    institution: (id) => institutions.get(String(id))?.name ?? String(id ?? ''),
    type: (id) => types.find((type) => type.id === id)?.name ?? String(id ?? ''),
    country: (code) =>
      typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? countryName(code, locale) : String(code ?? ''),
  }
}
