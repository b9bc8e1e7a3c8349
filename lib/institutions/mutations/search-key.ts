import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { searchKeyOf } from '#lib/institutions/policy/name'

/**
 * Writes anew what the search looks through. After every change of an institution's names, city, domains or merges, within the same
 * transaction. Of a merged one, the key of the one that stands for it.
 */
export async function refreshSearchKey(tx: Tx, institutionId: string): Promise<void> {
  const [self] = await tx
    .select({ id: institutions.id, mergedIntoId: institutions.mergedIntoId })
    .from(institutions)
    .where(eq(institutions.id, institutionId))
  if (!self) return
  const id = self.mergedIntoId ?? self.id
  const family = await tx
    .select({ id: institutions.id, city: institutions.city })
    .from(institutions)
    .where(eq(institutions.mergedIntoId, id))
  const [head] = await tx.select({ city: institutions.city }).from(institutions).where(eq(institutions.id, id))
  const ids = [id, ...family.map((one) => one.id)]
  const names = await tx
    .select({ name: institutionNames.name })
    .from(institutionNames)
    .where(inArray(institutionNames.institutionId, ids))
    .orderBy(asc(institutionNames.id))
  const domains = await tx
    .select({ value: institutionIdentifiers.value })
    .from(institutionIdentifiers)
    .where(and(inArray(institutionIdentifiers.institutionId, ids), eq(institutionIdentifiers.scheme, 'domain')))
    .orderBy(asc(institutionIdentifiers.id))
  const searchKey = searchKeyOf(
    names.map(({ name }) => name),
    head?.city ?? '',
    domains.map(({ value }) => value),
  )
  await tx.update(institutions).set({ searchKey }).where(eq(institutions.id, id))
}

/** Fills in the keys of institutions that a version without them wrote. Answers how many. */
export async function fillSearchKeys(): Promise<number> {
  for (let filled = 0; ; ) {
    const done = await transaction(async (tx) => {
      const rows = await tx
        .select({ id: institutions.id })
        .from(institutions)
        .where(and(eq(institutions.searchKey, ''), isNull(institutions.mergedIntoId)))
        .limit(200)
      for (const { id } of rows) await refreshSearchKey(tx, id)
      return rows.length
    })
    filled += done
    if (done === 0) return filled
  }
}
