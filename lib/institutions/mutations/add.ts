import 'server-only'
import type { Tx } from '#db/client'
import type { InstitutionStatus, RegistrySource } from '#db/enums'
import { institutions } from '#db/schema/institutions'
import { sortKey } from '#lib/fold'
import { newId } from '#lib/ids'
import { insertIdentifiers, insertNames } from '#lib/institutions/mutations/extend'
import { allNames, searchKeyOf } from '#lib/institutions/policy/name'
import type { Entry } from '#lib/institutions/schema/entry'

/** Adds an institution to the registry, as part of the verb that needs it. Identifiers that another one has are left out. Answers its id. */
export async function addInstitution(
  tx: Tx,
  entry: Entry,
  now: Date,
  {
    source = 'curated',
    status = 'active',
    recordHash = null,
    proposalKey = null,
  }: {
    source?: RegistrySource
    status?: InstitutionStatus
    recordHash?: string | null
    proposalKey?: string | null
  } = {},
): Promise<string> {
  const id = newId()
  const names = allNames(entry, source === 'curated' ? 'en' : null)
  const domains = entry.identifiers.filter(({ scheme }) => scheme === 'domain').map(({ value }) => value)
  await tx.insert(institutions).values({
    id,
    name: entry.name,
    sortKey: sortKey(entry.name),
    searchKey: searchKeyOf(
      names.map(({ name }) => name),
      entry.city,
      domains,
    ),
    city: entry.city,
    countryCode: entry.country,
    status,
    source,
    proposalKey,
    recordHash,
    createdAt: now,
  })
  await insertNames(tx, id, names, source)
  await insertIdentifiers(tx, id, entry.identifiers, source)
  return id
}
