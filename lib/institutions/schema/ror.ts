import * as z from 'zod'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { normalIdentifier } from '#lib/institutions/policy/identifier'
import type { Entry, EntryName } from '#lib/institutions/schema/entry'

/** What Serai reads of a record in ROR's schema 2 (https://ror.readme.io/docs/ror-data-structure). The rest is left alone. */
export const rorRecord = z.object({
  id: z.string(),
  status: z.enum(['active', 'inactive', 'withdrawn']),
  types: z.array(z.string()).default([]),
  names: z.array(z.object({ value: z.string(), types: z.array(z.string()), lang: z.string().nullish() })).min(1),
  locations: z
    .array(z.object({ geonames_details: z.object({ name: z.string().nullish(), country_code: z.string().nullish() }) }))
    .default([]),
  domains: z.array(z.string()).default([]),
  links: z.array(z.object({ type: z.string(), value: z.string() })).default([]),
})
export type RorRecord = z.infer<typeof rorRecord>

export type RegisterRecord = Entry & { ror: string; active: boolean; education: boolean }

/** A ROR record as an entry of the registry, or null when it has no name or no valid id. */
export function readRecord(record: RorRecord): RegisterRecord | null {
  const ror = normalIdentifier('ror', record.id)
  const names = record.names.flatMap(({ value, types, lang }): (EntryName & { main: boolean })[] => {
    const name = clean(value)
    const kind = types.includes('label') ? 'official' : types.includes('acronym') ? 'acronym' : 'alias'
    const main = types.includes('ror_display')
    return name ? [{ name, language: lang ?? null, kind: main && kind === 'alias' ? 'official' : kind, main }] : []
  })
  const main = names.find((name) => name.main) ?? names[0]
  if (!ror || !main) return null
  const place = record.locations[0]?.geonames_details
  const country = place?.country_code ?? ''
  const domains = [...record.domains, ...homepages(record)].flatMap((text) => normalIdentifier('domain', text) ?? [])
  return {
    ror,
    active: record.status === 'active',
    education: record.types.includes('education'),
    name: main.name,
    city: clean(place?.name ?? ''),
    country: COUNTRY_CODES.includes(country) ? country : null,
    names: names.map(({ main: _, ...name }) => name),
    identifiers: [
      { scheme: 'ror', value: ror },
      ...[...new Set(domains)].map((value) => ({ scheme: 'domain' as const, value })),
    ],
  }
}

/** Addresses of whole sites: a page within another's site is not the institution's domain. */
const homepages = ({ links }: RorRecord) =>
  links.filter(({ type, value }) => type === 'website' && /^https?:\/\/[^/]+\/?$/.test(value)).map(({ value }) => value)

/** Without control signs and doubled spaces. */
const clean = (text: string) => text.replace(/[\p{C}\s]+/gu, ' ').trim()
