import 'server-only'
import type { Tx } from '#db/client'
import type { RegistrySource } from '#db/enums'
import { institutionIdentifiers, institutionNames } from '#db/schema/institutions'
import { fold } from '#lib/fold'
import { newId } from '#lib/ids'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'
import type { Entry } from '#lib/institutions/schema/entry'

/** Adds names and identifiers to an institution, as part of the verb that needs it; those it has, and identifiers that another one has, are left alone. */
export async function extendInstitution(
  tx: Tx,
  id: string,
  { names, identifiers }: Pick<Entry, 'names' | 'identifiers'>,
  source: RegistrySource,
): Promise<void> {
  await insertNames(tx, id, names, source)
  await insertIdentifiers(tx, id, identifiers, source)
  await refreshSearchKey(tx, id)
}

export async function insertNames(tx: Tx, id: string, names: Entry['names'], source: RegistrySource): Promise<void> {
  if (names.length === 0) return
  await tx
    .insert(institutionNames)
    .values(names.map((name) => ({ id: newId(), institutionId: id, folded: fold(name.name), source, ...name })))
    .onConflictDoNothing()
}

export async function insertIdentifiers(
  tx: Tx,
  id: string,
  identifiers: Entry['identifiers'],
  source: RegistrySource,
): Promise<void> {
  if (identifiers.length === 0) return
  await tx
    .insert(institutionIdentifiers)
    .values(identifiers.map((identifier) => ({ id: newId(), institutionId: id, source, ...identifier })))
    .onConflictDoNothing()
}
