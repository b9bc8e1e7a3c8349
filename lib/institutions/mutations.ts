import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { IdentifierScheme, InstitutionNameKind } from '#db/enums'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { fold, sortKey } from '#lib/fold'
import { newId } from '#lib/ids'
import { proposalKey } from '#lib/institutions/policy'

export type Proposal = { name: string; city: string; countryCode: string }

/**
 * The institution somebody missed in the registry, proposed for staff to confirm or merge. The same name (folded) and country
 * proposed again is the same institution. Part of the verb that needs it, hence `tx`. Answers its id.
 */
export async function proposeInstitution(tx: Tx, actor: Actor, proposal: Proposal, now: Date): Promise<string> {
  const key = proposalKey(proposal.name, proposal.countryCode)
  const id = newId()
  const [made] = await tx
    .insert(institutions)
    .values({
      id,
      name: proposal.name,
      sortKey: sortKey(proposal.name),
      city: proposal.city,
      countryCode: proposal.countryCode,
      status: 'proposed',
      proposalKey: key,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: institutions.id })
  if (!made) {
    const [known] = await tx.select({ id: institutions.id }).from(institutions).where(eq(institutions.proposalKey, key))
    if (!known) throw new Error('A proposal was refused as known but is not there.')
    return known.id
  }
  await tx
    .insert(institutionNames)
    .values({ id: newId(), institutionId: id, name: proposal.name, folded: fold(proposal.name), kind: 'official' })
  await record(tx, actor, { verb: 'institution.propose', subjectId: id, after: proposal }, now)
  return id
}

export type RegistryEntry = {
  name: string
  city: string
  country: string
  names: { name: string; language?: string; kind: InstitutionNameKind }[]
  identifiers: Partial<Record<IdentifierScheme, string>>
}

/** Adds an institution to the registry unless one with its first identifier is there. Answers its id. */
export async function addInstitution(tx: Tx, entry: RegistryEntry, now: Date): Promise<string> {
  const identifiers = Object.entries(entry.identifiers) as [IdentifierScheme, string][]
  const [first] = identifiers
  if (first) {
    const known = await tx
      .select({ scheme: institutionIdentifiers.scheme, id: institutionIdentifiers.institutionId })
      .from(institutionIdentifiers)
      .where(eq(institutionIdentifiers.value, first[1]))
    const same = known.find((row) => row.scheme === first[0])
    if (same) return same.id
  }
  const id = newId()
  await tx.insert(institutions).values({
    id,
    name: entry.name,
    sortKey: sortKey(entry.name),
    city: entry.city,
    countryCode: entry.country,
    status: 'active',
    createdAt: now,
  })
  const names = [{ name: entry.name, language: 'en', kind: 'official' as const }, ...entry.names]
  await tx
    .insert(institutionNames)
    .values(names.map((name) => ({ id: newId(), institutionId: id, folded: fold(name.name), ...name })))
    .onConflictDoNothing()
  if (identifiers.length > 0)
    await tx
      .insert(institutionIdentifiers)
      .values(identifiers.map(([scheme, value]) => ({ id: newId(), institutionId: id, scheme, value })))
  return id
}
