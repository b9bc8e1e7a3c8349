import 'server-only'
import { and, gte, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools } from '#db/schema/seats'
import type { PoolRule } from '#lib/seats/policy'

/** Which of these options have no place left. */
export async function fullOptions(tx: Tx, rules: readonly PoolRule[], optionIds: readonly string[]): Promise<string[]> {
  const limited = rules.filter((rule) => rule.subject === 'option' && optionIds.includes(rule.subjectId ?? ''))
  const poolIds = limited.flatMap((rule) => rule.poolId ?? [])
  if (poolIds.length === 0) return []
  const full = await tx
    .select({ id: seatPools.id })
    .from(seatPools)
    .where(and(inArray(seatPools.id, poolIds), isNotNull(seatPools.capacity), gte(seatPools.taken, seatPools.capacity)))
  const ids = full.map((pool) => pool.id)
  return limited.filter((rule) => ids.includes(rule.poolId ?? '')).flatMap((rule) => rule.subjectId ?? [])
}
