import { getTranslations } from 'next-intl/server'
import type { InstitutionWords } from '#components/institution/institution-field'

const WORDS = ['label', 'hint', 'city', 'cityHint', 'cityOffered', 'list', 'added', 'meant', 'unavailable'] as const

/** The words of the field that names an institution of the registry. */
export async function institutionWords(): Promise<InstitutionWords> {
  const t = await getTranslations('setup.partners.field')
  const words = Object.fromEntries(WORDS.map((word) => [word, t(word)])) as Record<(typeof WORDS)[number], string>
  return { ...words, add: t.raw('add') }
}
