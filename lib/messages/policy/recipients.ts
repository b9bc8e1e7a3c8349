import type { AttendeeStatus } from '#db/enums'
import { isUndeliverable } from '#lib/outbox/policy'

/** Why somebody whom the filters find gets no letter to many; the first that applies is told. */
export const SKIPS = ['ended', 'undeliverable', 'refused', 'unconfirmed', 'double'] as const
export type Skip = (typeof SKIPS)[number]

export type Candidate = {
  id: string
  email: string
  emailKey: string
  status: AttendeeStatus
  /** The language one writes to the person in. */
  locale: string
  confirmBy: Date | null
  refusedAt: Date | null
}

/** Those who were declined or gave up are written to where the filters ask for them. */
const ENDED: readonly AttendeeStatus[] = ['declined', 'cancelled']

/** Why one person gets no letter, or null. `asked` is the status that the filters want. */
export function skipOf(person: Omit<Candidate, 'emailKey' | 'locale'>, asked: AttendeeStatus | undefined): Skip | null {
  if (ENDED.includes(person.status) && person.status !== asked) return 'ended'
  if (!person.email.includes('@') || isUndeliverable(person.email)) return 'undeliverable'
  if (person.refusedAt) return 'refused'
  // Whoever lapsed never confirmed; the others are asked to, and may be somebody else.
  return person.confirmBy ? 'unconfirmed' : null
}

/** Each with why there is no letter, or null. Of several with one address the first gets it. */
export function settled<Person extends Candidate>(
  people: readonly Person[],
  asked: AttendeeStatus | undefined,
): (Person & { skipped: Skip | null })[] {
  const seen = new Set<string>()
  return people.map((person) => {
    // The key of an address that is free again has the id behind it.
    const address = person.emailKey.split(' ', 1)[0] ?? ''
    const own = skipOf(person, asked)
    if (own) return { ...person, skipped: own }
    const skipped = seen.has(address) ? ('double' as const) : null
    seen.add(address)
    return { ...person, skipped }
  })
}

export type Foreseen = { total: number; byLocale: Record<string, number>; skipped: Partial<Record<Skip, number>> }

/** How many will get it, by the language they are written to in, and how many not, by why. */
export function foreseen(people: readonly { locale: string; skipped: Skip | null }[]): Foreseen {
  const count = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length])) as Record<
      Key,
      number
    >
  const written = people.filter(({ skipped }) => skipped === null)
  return {
    total: written.length,
    byLocale: count(written.map(({ locale }) => locale)),
    skipped: count(people.flatMap(({ skipped }) => skipped ?? [])),
  }
}
