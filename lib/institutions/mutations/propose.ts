import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { institutions } from '#db/schema/institutions'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { addInstitution } from '#lib/institutions/mutations/add'
import { proposalKey } from '#lib/institutions/policy/name'

export type Proposal = { name: string; city: string; countryCode: string }

/**
 * The institution somebody missed in the registry, proposed for staff to confirm or merge. The same name (folded) and country
 * proposed again is the same institution, or the one it was merged into. Part of the verb that needs it, hence `tx`. Answers its id.
 */
export async function proposeInstitution(tx: Tx, actor: Actor, proposal: Proposal, now: Date): Promise<string> {
  const key = proposalKey(proposal.name, proposal.countryCode)
  const [known] = await tx
    .select({ id: institutions.id, mergedIntoId: institutions.mergedIntoId })
    .from(institutions)
    .where(eq(institutions.proposalKey, key))
  if (known) return known.mergedIntoId ?? known.id
  const entry = { name: proposal.name, city: proposal.city, country: proposal.countryCode, names: [], identifiers: [] }
  const id = await addInstitution(tx, entry, now, { source: 'participant', status: 'proposed', proposalKey: key })
  await record(tx, actor, { verb: 'institution.propose', subjectId: id, after: proposal }, now)
  return id
}
