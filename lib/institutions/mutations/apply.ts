import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { InstitutionStatus, OverrideField, RegistrySource } from '#db/enums'
import { institutionIdentifiers, institutionNames, institutionOverrides, institutions } from '#db/schema/institutions'
import { sortKey } from '#lib/fold'
import { extendInstitution } from '#lib/institutions/mutations/extend'
import type { Entry } from '#lib/institutions/schema/entry'

/**
 * Brings an institution up to what a source now says, as part of an import: the source's own names and identifiers follow it, those of others
 * stay, and so does what staff decided. Main name and place follow only where they came from a register. Answers the status it has then.
 */
export async function applyEntry(
  tx: Tx,
  id: string,
  entry: Entry,
  source: RegistrySource,
  status: InstitutionStatus,
): Promise<InstitutionStatus> {
  const [known] = await tx
    .select({
      name: institutions.name,
      city: institutions.city,
      countryCode: institutions.countryCode,
      status: institutions.status,
      source: institutions.source,
    })
    .from(institutions)
    .where(eq(institutions.id, id))
  if (!known) throw new Error('An institution to be updated is not there.')
  const overrides = await tx
    .select({ field: institutionOverrides.field, value: institutionOverrides.value })
    .from(institutionOverrides)
    .where(eq(institutionOverrides.institutionId, id))
  const free = (field: OverrideField) => !overrides.some((override) => override.field === field)
  const follows = known.source === 'ror' || known.source === 'domains' || known.source === source
  const name = follows && free('name') ? entry.name : known.name
  const next = {
    name,
    sortKey: sortKey(name),
    city: (follows || !known.city) && free('city') ? entry.city || known.city : known.city,
    countryCode:
      (follows || !known.countryCode) && free('country') ? (entry.country ?? known.countryCode) : known.countryCode,
    status: known.status === 'proposed' || !free('status') ? known.status : status,
    source: known.source === 'domains' ? source : known.source,
  }
  await tx.update(institutions).set(next).where(eq(institutions.id, id))
  const dropped = (what: OverrideField) => overrides.filter(({ field }) => field === what).map(({ value }) => value)
  const kept = {
    ...entry,
    names: entry.names.filter((one) => !dropped('dropped-name').includes(`${one.kind}:${one.name}`)),
    identifiers: entry.identifiers.filter(
      (one) => !dropped('dropped-identifier').includes(`${one.scheme}:${one.value}`),
    ),
  }
  await dropStale(tx, id, kept, source)
  await extendInstitution(tx, id, kept, source)
  return next.status
}

async function dropStale(tx: Tx, id: string, entry: Entry, source: RegistrySource): Promise<void> {
  const key = (one: { kind: string; name: string; language?: string | null }) =>
    `${one.kind}:${one.language ?? ''}:${one.name}`
  const names = new Set(entry.names.map(key))
  const namesThere = await tx
    .select({
      id: institutionNames.id,
      name: institutionNames.name,
      kind: institutionNames.kind,
      language: institutionNames.language,
    })
    .from(institutionNames)
    .where(and(eq(institutionNames.institutionId, id), eq(institutionNames.source, source)))
  const staleNames = namesThere.filter((row) => !names.has(key(row))).map((row) => row.id)
  if (staleNames.length > 0) await tx.delete(institutionNames).where(inArray(institutionNames.id, staleNames))

  const values = new Set(entry.identifiers.map(({ scheme, value }) => `${scheme}:${value}`))
  const there = await tx
    .select({
      id: institutionIdentifiers.id,
      scheme: institutionIdentifiers.scheme,
      value: institutionIdentifiers.value,
    })
    .from(institutionIdentifiers)
    .where(and(eq(institutionIdentifiers.institutionId, id), eq(institutionIdentifiers.source, source)))
  const stale = there.filter(({ scheme, value }) => !values.has(`${scheme}:${value}`)).map((row) => row.id)
  if (stale.length > 0) await tx.delete(institutionIdentifiers).where(inArray(institutionIdentifiers.id, stale))
}
