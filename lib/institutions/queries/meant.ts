import 'server-only'
import { type Db, db } from '#db/client'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { choosable, findInstitutions, institutionsNamed } from '#lib/institutions/queries/find'

/** The institution of the registry that was chosen, or the only one of exactly that name; nothing is proposed from here. */
export async function institutionMeant(
  { institution, institutionId }: { institution: string; institutionId: string },
  reader: Db = db(),
): Promise<Result<string, { reason: 'unknown' | 'ambiguous' }>> {
  const chosen = institutionId ? await choosable(reader, institutionId) : null
  if (chosen) return done(chosen)
  const named = await institutionsNamed(reader, institution)
  if (named.length === 1 && named[0]) return done(named[0].id)
  return refuse(named.length > 1 ? 'ambiguous' : 'unknown')
}

/** What a typed institution may be, to choose from: those of the country first. */
export async function institutionsOffered(institution: string, locale: Locale, countryCode: string | null) {
  const found = await findInstitutions(institution, { locale, countryCode: countryCode ?? undefined })
  return found.map(({ id, name, matched, place }) => ({
    value: id,
    label: name,
    hint: [matched, place].filter(Boolean).join(' · '),
  }))
}
