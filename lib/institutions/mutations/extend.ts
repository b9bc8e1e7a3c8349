import 'server-only'
import type { Tx } from '#db/client'
import type { RegistrySource } from '#db/enums'
import { institutionIdentifiers, institutionNames } from '#db/schema/institutions'
import { fold } from '#lib/fold'
import { newId } from '#lib/ids'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'
import type { Entry, EntryIdentifier, EntryName } from '#lib/institutions/schema/entry'

/** Adds names and identifiers to an institution, as part of the verb that needs it; those it has, and identifiers that another one has, are left alone. */
export async function extendInstitution(
  tx: Tx,
  id: string,
  { names, identifiers }: Pick<Entry, 'names' | 'identifiers'>,
  source: RegistrySource,
): Promise<void> {
  const belonging = { institutionId: id, source }
  await insertNames(
    tx,
    names.map((name) => ({ ...belonging, ...name })),
  )
  await insertIdentifiers(
    tx,
    identifiers.map((identifier) => ({ ...belonging, ...identifier })),
  )
  await refreshSearchKey(tx, id)
}

type Belonging = { institutionId: string; source: RegistrySource }

export async function insertNames(tx: Tx, names: (EntryName & Belonging)[]): Promise<void> {
  if (names.length === 0) return
  await tx
    .insert(institutionNames)
    .values(names.map((name) => ({ id: newId(), folded: fold(name.name), ...name })))
    .onConflictDoNothing()
}

export async function insertIdentifiers(tx: Tx, identifiers: (EntryIdentifier & Belonging)[]): Promise<void> {
  if (identifiers.length === 0) return
  await tx
    .insert(institutionIdentifiers)
    .values(identifiers.map((identifier) => ({ id: newId(), ...identifier })))
    .onConflictDoNothing()
}
