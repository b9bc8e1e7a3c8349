import 'server-only'
import type { Tx } from '#db/client'
import type { InstitutionStatus, RegistrySource } from '#db/enums'
import { institutions } from '#db/schema/institutions'
import { sortKey } from '#lib/fold'
import { newId } from '#lib/ids'
import { insertIdentifiers, insertNames } from '#lib/institutions/mutations/extend'
import { allNames, searchKeyOf } from '#lib/institutions/policy/name'
import type { Entry } from '#lib/institutions/schema/entry'

export type Addition = {
  entry: Entry
  source: RegistrySource
  status?: InstitutionStatus
  recordHash?: string
  proposalKey?: string
}

/** Adds one institution to the registry, as part of the verb that needs it. Answers its id. */
export async function addInstitution(
  tx: Tx,
  entry: Entry,
  now: Date,
  more: Omit<Addition, 'entry' | 'source'> & { source?: RegistrySource } = {},
): Promise<string> {
  const [id] = await addInstitutions(tx, [{ entry, source: 'curated', ...more }], now)
  return id as string
}

/** Adds institutions, as part of the verb that needs them; identifiers that another one has are left out. Answers their ids in order. */
export async function addInstitutions(tx: Tx, additions: readonly Addition[], now: Date): Promise<string[]> {
  if (additions.length === 0) return []
  const made = additions.map(({ entry, ...rest }) => ({
    ...rest,
    id: newId(),
    entry: { ...entry, names: allNames(entry, rest.source === 'curated' ? 'en' : null) },
  }))
  await tx.insert(institutions).values(
    made.map(({ id, entry, source, status = 'active', recordHash = null, proposalKey = null }) => ({
      id,
      name: entry.name,
      sortKey: sortKey(entry.name),
      searchKey: searchKeyOf(
        entry.names.map(({ name }) => name),
        entry.city,
        entry.identifiers.filter(({ scheme }) => scheme === 'domain').map(({ value }) => value),
      ),
      city: entry.city,
      countryCode: entry.country,
      status,
      source,
      proposalKey,
      recordHash,
      createdAt: now,
    })),
  )
  await insertNames(
    tx,
    made.flatMap(({ id, entry, source }) => entry.names.map((name) => ({ institutionId: id, source, ...name }))),
  )
  await insertIdentifiers(
    tx,
    made.flatMap(({ id, entry, source }) => entry.identifiers.map((one) => ({ institutionId: id, source, ...one }))),
  )
  return made.map(({ id }) => id)
}
