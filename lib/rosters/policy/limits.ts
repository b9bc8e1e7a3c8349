import type { PoolSubject } from '#db/enums'
import type { Labels } from '#lib/attendees/policy/changes'

/** What a limit is about. `subjectId` names the type, institution or country. */
export type PoolFacts = { subject: PoolSubject; subjectId: string | null; capacity: number }

/** What a sentence about a limit needs. */
export function limitWords(pool: PoolFacts, labels: Labels): { capacity: number; subject: string } {
  const say: Partial<Record<PoolSubject, (id: unknown) => string>> = {
    type: labels.type,
    institution: labels.institution,
    country: labels.country,
  }
  return { capacity: pool.capacity, subject: say[pool.subject]?.(pool.subjectId) ?? '' }
}
