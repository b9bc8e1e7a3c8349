import 'server-only'
import type { Locale } from '#lib/i18n/locales'
import { findInstitutions } from '#lib/institutions/queries/find'

/** What an institution that was typed but not chosen may be; `asked` is the text these are answers to. */
export type InstitutionOffer = { asked: string; options: { value: string; label: string; hint?: string }[] }

/** @param add the sentence for "none of these", with `{name}` in it */
export async function institutionOffer(
  typed: Record<string, string>,
  add: string,
  locale: Locale,
): Promise<InstitutionOffer> {
  const asked = typed.institution ?? ''
  const found = await findInstitutions(asked, { locale, countryCode: typed.countryCode })
  const options = found.map(({ id, name, matched, place }) => ({
    value: id,
    label: name,
    hint: [matched, place].filter(Boolean).join(' · '),
  }))
  return { asked, options: [...options, { value: 'unlisted', label: add.replace('{name}', asked) }] }
}
