import type { PoolSubject } from '#db/enums'

export type PoolRule = {
  id: string
  poolId: string | null
  subject: PoolSubject
  subjectId: string | null
  eachCapacity: number | null
}

/** What of an attendee decides which pools apply. */
export type SeatFacts = {
  typeId: string
  institutionId: string
  countryCode: string
  optionIds?: readonly string[]
  /** The code with which somebody registered. */
  codeId?: string | null
}

/** The rules, and the facts, by which places are held for people of whom nothing is known but perhaps the type. */
export const holderRules = (rules: readonly PoolRule[], typeId: string | null): [PoolRule[], SeatFacts] => [
  rules.filter(({ subject }) => subject === 'event' || (subject === 'type' && typeId !== null)),
  { typeId: typeId ?? '', institutionId: '', countryCode: '' },
]

/** A pool that exists, or one that is made when first needed. */
export type WantedPool = { poolId: string } | { key: string; capacity: number }

/** The pools in which somebody with these facts takes a seat, each once. */
export function poolsFor(rules: readonly PoolRule[], facts: SeatFacts): WantedPool[] {
  const wanted = new Map<string, WantedPool>()
  for (const rule of rules)
    for (const subjectId of subjectsOf(rule.subject, facts)) {
      if (rule.subjectId !== null && rule.subjectId !== subjectId) continue
      if (rule.poolId !== null) wanted.set(rule.poolId, { poolId: rule.poolId })
      // An exception by name stands instead of the rule for each ("at most 3 an institution, but 5 from the host").
      else if (rule.eachCapacity !== null && !isNamed(rules, rule.subject, subjectId))
        wanted.set(`${rule.id}:${subjectId}`, { key: `${rule.id}:${subjectId}`, capacity: rule.eachCapacity })
    }
  return [...wanted.values()]
}

const isNamed = (rules: readonly PoolRule[], subject: PoolSubject, subjectId: string) =>
  rules.some((rule) => rule.subject === subject && rule.subjectId === subjectId && rule.poolId !== null)

function subjectsOf(subject: PoolSubject, facts: SeatFacts): readonly string[] {
  switch (subject) {
    case 'event':
      return ['']
    case 'type':
      return [facts.typeId]
    case 'institution':
      return [facts.institutionId]
    case 'country':
      return [facts.countryCode]
    case 'option':
      return facts.optionIds ?? []
    case 'code':
      return facts.codeId ? [facts.codeId] : []
  }
}
