import 'server-only'
import { and, eq, inArray, isNull, ne, notExists, or } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/client'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { fold } from '#lib/fold'
import { likeness } from '#lib/institutions/policy/likeness'
import { namesIn, searchKeyOf } from '#lib/institutions/policy/name'
import type { Entry } from '#lib/institutions/schema/entry'

/** A college within a university has the university's domain, but hardly its name. */
const ALIKE = 0.55

/**
 * The institution that an entry of a register means although it does not have its id yet, or null: the holder of its domain, when a name agrees or
 * the entry is a university and a name is much alike; else the only one of that name in that country. One that has another
 * ROR id (unless `evenWithRor`) or waits for staff is never meant.
 */
export async function sameInstitution(
  reader: Db,
  entry: Entry & { education?: boolean },
  { evenWithRor = false } = {},
): Promise<string | null> {
  const names = entry.names.filter(({ kind }) => kind !== 'acronym').map(({ name }) => fold(name))
  const domains = entry.identifiers.filter(({ scheme }) => scheme === 'domain').map(({ value }) => value)
  if (domains.length > 0) {
    const holders = await reader
      .select({ id: institutions.id, searchKey: institutions.searchKey })
      .from(institutionIdentifiers)
      .innerJoin(institutions, eq(institutions.id, institutionIdentifiers.institutionId))
      .where(
        and(
          eq(institutionIdentifiers.scheme, 'domain'),
          inArray(institutionIdentifiers.value, domains),
          open(entry.country, evenWithRor),
        ),
      )
    const agrees = ({ searchKey }: { searchKey: string }) => namesIn(searchKey).some((name) => names.includes(name))
    const resembles = ({ searchKey }: { searchKey: string }) =>
      entry.education === true && likeness(searchKey, searchKeyOf(names, '', [])) >= ALIKE
    const holder = holders.find(agrees) ?? holders.find(resembles)
    if (holder) return holder.id
  }
  if (!entry.country || names.length === 0) return null
  const namesakes = await reader
    .selectDistinct({ id: institutions.id })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(
      and(
        inArray(institutionNames.folded, names),
        ne(institutionNames.kind, 'acronym'),
        eq(institutions.countryCode, entry.country),
        open(entry.country, evenWithRor),
      ),
    )
  return namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null
}

function open(country: string | null, evenWithRor: boolean) {
  const other = alias(institutionIdentifiers, 'other')
  return and(
    ne(institutions.status, 'proposed'),
    country ? or(isNull(institutions.countryCode), eq(institutions.countryCode, country)) : undefined,
    evenWithRor
      ? undefined
      : notExists(
          new QueryBuilder()
            .select({ id: other.id })
            .from(other)
            .where(and(eq(other.institutionId, institutions.id), eq(other.scheme, 'ror'))),
        ),
  )
}
