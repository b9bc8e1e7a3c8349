import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { answers } from '#db/schema/answers'
import { attendees } from '#db/schema/attendees'
import { poolIdsFor, rulesOf } from '#lib/seats/mutations/claim'
import type { PoolRule } from '#lib/seats/policy'

type Person = { id: string; eventId: string; typeId: string; institutionId: string; countryCode: string }

/**
 * The pools in which somebody takes a seat, those of the options chosen in the form and of the code somebody came with among them. Every verb that gives, moves or takes seats asks here.
 * @param rules of the event, where the verb has read them already
 */
export async function poolsOf(tx: Tx, person: Person, rules?: readonly PoolRule[]): Promise<string[]> {
  const known = rules ?? (await rulesOf(tx, person.eventId))
  const limitsOptions = known.some((rule) => rule.subject === 'option')
  const optionIds = limitsOptions ? await optionsOf(tx, person.id) : []
  const codeId = known.some((rule) => rule.subject === 'code') ? await codeOf(tx, person.id) : null
  return poolIdsFor(tx, person.eventId, known, { ...person, optionIds, codeId })
}

async function codeOf(tx: Tx, attendeeId: string): Promise<string | null> {
  const [row] = await tx.select({ codeId: attendees.codeId }).from(attendees).where(eq(attendees.id, attendeeId))
  return row?.codeId ?? null
}

/** The options that somebody has chosen. */
export async function optionsOf(tx: Tx, attendeeId: string): Promise<string[]> {
  const rows = await tx
    .select({ optionId: answers.optionId })
    .from(answers)
    .where(and(eq(answers.attendeeId, attendeeId), isNotNull(answers.optionId)))
  return rows.flatMap((row) => row.optionId ?? [])
}
