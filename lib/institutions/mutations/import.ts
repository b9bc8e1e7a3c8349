import 'server-only'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { institutions } from '#db/schema/institutions'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { type Addition, addInstitutions } from '#lib/institutions/mutations/add'
import { applyEntry } from '#lib/institutions/mutations/apply'
import { institutionBy } from '#lib/institutions/queries/find'
import { sameInstitution } from '#lib/institutions/queries/same'
import { type RegisterRecord, readRecord, rorRecord } from '#lib/institutions/schema/ror'

export type ImportCounts = { added: number; updated: number; unchanged: number; retired: number; skipped: number }
export const NO_COUNTS: ImportCounts = { added: 0, updated: 0, unchanged: 0, retired: 0, skipped: 0 }

/**
 * Takes records of ROR's schema 2 into the registry, in one transaction: adds the unknown, updates the known, retires those that ROR withdrew,
 * skips what is no record. What staff decided stays. A record read before changes nothing. For administrators.
 * @param from what the records come from, for the audit
 */
export async function importRecords(
  actor: Actor,
  records: readonly unknown[],
  from: string,
  now = new Date(),
): Promise<Result<ImportCounts, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const counts = { ...NO_COUNTS }
    const additions = new Map<string, Addition>()
    for (const raw of records) {
      const parsed = rorRecord.safeParse(raw)
      const entry = parsed.success ? readRecord(parsed.data) : null
      counts[entry && !additions.has(entry.ror) ? await importOne(tx, entry, additions) : 'skipped']++
    }
    await addInstitutions(tx, [...additions.values()], now)
    const { unchanged: _, ...changes } = counts
    if (Object.values(changes).some((n) => n > 0))
      await record(tx, actor, { verb: 'institution.import', after: { from, ...counts } }, now)
    return done(counts)
  })
}

async function importOne(tx: Tx, entry: RegisterRecord, additions: Map<string, Addition>): Promise<keyof ImportCounts> {
  const recordHash = createHash('sha256').update(JSON.stringify(entry)).digest('base64url')
  // What ROR withdrew says nothing of an institution that is only called the same.
  const id = (await institutionBy(tx, 'ror', entry.ror)) ?? (entry.active ? await sameInstitution(tx, entry) : null)
  const status = entry.active ? 'active' : 'retired'
  if (!id) {
    additions.set(entry.ror, { entry, source: 'ror', status, recordHash })
    return entry.active ? 'added' : 'retired'
  }
  const [known] = await tx
    .select({ recordHash: institutions.recordHash, status: institutions.status })
    .from(institutions)
    .where(eq(institutions.id, id))
  if (known?.recordHash === recordHash) return 'unchanged'
  const after = await applyEntry(tx, id, entry, 'ror', status)
  await tx.update(institutions).set({ recordHash }).where(eq(institutions.id, id))
  return after === 'retired' && known?.status !== 'retired' ? 'retired' : 'updated'
}
