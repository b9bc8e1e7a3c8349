import type { IdentifierScheme, InstitutionNameKind } from '#db/enums'

export type EntryName = { name: string; language?: string | null; kind: InstitutionNameKind }

export type EntryIdentifier = { scheme: IdentifierScheme; value: string }

/** An institution as a register or a starter file describes it. */
export type Entry = {
  /** The main name; it stands among `names` too, or is taken for the official English one. */
  name: string
  city: string
  /** ISO 3166-1 alpha-2, or null where it is not known. */
  country: string | null
  names: EntryName[]
  identifiers: EntryIdentifier[]
}
