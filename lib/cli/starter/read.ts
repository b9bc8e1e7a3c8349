import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { IdentifierScheme, InstitutionNameKind } from '#db/enums'

/** Raised when the files change, so that instances take in what is new. */
export const EDITION = '2026-11'

/** An institution the registry begins with. `name` is its main, English name and stands not among `names` again. */
export type StarterEntry = {
  name: string
  /** English; empty where the source tells none. */
  city: string
  /** ISO 3166-1 alpha-2, or null where the source tells none. */
  country: string | null
  names: { name: string; language: string | null; kind: InstitutionNameKind }[]
  identifiers: { scheme: IdentifierScheme; value: string }[]
}

/** The institutions curated by hand, with official names in the languages of their country. SOURCES.md tells more. */
export const curatedEntries = (): StarterEntry[] => CURATED.flatMap((file) => JSON.parse(read(file)).map(fromCurated))

const CURATED = [
  'central-asia/kg.json',
  'central-asia/kz.json',
  'central-asia/uz.json',
  'central-asia/tj.json',
  'central-asia/tm.json',
  'europe.json',
]

type CuratedRecord = Omit<StarterEntry, 'identifiers'> & {
  identifiers: { [scheme in IdentifierScheme]?: string | string[] }
}

function fromCurated({ identifiers, ...entry }: CuratedRecord): StarterEntry {
  const schemes = Object.entries(identifiers) as [IdentifierScheme, string | string[]][]
  return { ...entry, identifiers: schemes.flatMap(([scheme, values]) => identified(scheme, [values].flat())) }
}

/** The world's institutions by their domains. One line an institution: name, other names between bars, domains between spaces, country. */
export const worldEntries = (): StarterEntry[] => read('universities.tsv').trimEnd().split('\n').map(fromLine)

function fromLine(line: string): StarterEntry {
  const [name = '', others = '', domains = '', country = ''] = line.split('\t')
  return {
    name,
    city: '',
    country: country || null,
    names: parts(others, '|').map((other) => ({ name: other, language: null, kind: 'alias' })),
    identifiers: identified('domain', parts(domains, ' ')),
  }
}

const parts = (text: string, separator: string) => text.split(separator).filter(Boolean)

const identified = (scheme: IdentifierScheme, values: string[]) => values.map((value) => ({ scheme, value }))

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8')
