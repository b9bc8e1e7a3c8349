import 'server-only'
import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { poolRules, seatPools } from '#db/schema/seats'
import { type Ids, idsFor, mapped } from '#lib/events/mutations/clone/setup'
import { newId } from '#lib/ids'

/** Copies the limits with nobody in them. Pools that a rule makes when they are first needed are left behind, and so are the places of codes. */
export async function copyLimits(tx: Tx, from: string, to: string, subjects: Ids): Promise<void> {
  const rules = await tx
    .select()
    .from(poolRules)
    .where(and(eq(poolRules.eventId, from), ne(poolRules.subject, 'code')))
    .orderBy(asc(poolRules.id))
  const named = new Set(rules.map((rule) => rule.poolId))
  const all = await tx.select().from(seatPools).where(eq(seatPools.eventId, from)).orderBy(asc(seatPools.id))
  const pools = all.filter((pool) => named.has(pool.id))
  const ids = idsFor(pools)
  if (pools.length > 0)
    await tx.insert(seatPools).values(
      pools.map((pool) => ({
        ...pool,
        id: mapped(ids, pool.id),
        eventId: to,
        key: copiedKey(pool.key, subjects),
        taken: 0,
      })),
    )
  if (rules.length > 0)
    await tx.insert(poolRules).values(
      rules.map((rule) => ({
        ...rule,
        id: newId(),
        eventId: to,
        poolId: rule.poolId && mapped(ids, rule.poolId),
        // Institutions and countries are the same at every event.
        subjectId: rule.subjectId && (subjects.get(rule.subjectId) ?? rule.subjectId),
      })),
    )
}

/** `type:<id>` names the copy's type. */
const copiedKey = (key: string, subjects: Ids) =>
  key
    .split(':')
    .map((part) => subjects.get(part) ?? part)
    .join(':')
