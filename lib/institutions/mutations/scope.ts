import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { OverrideField } from '#db/enums'
import { institutionOverrides, institutions } from '#db/schema/institutions'
import type { Actor } from '#lib/auth/actor'
import { actorId } from '#lib/auth/actor'
import { isStaff } from '#lib/auth/queries'
import { refuse } from '#lib/errors'

export type NotFound = { reason: 'not-found' }
type Known = Awaited<ReturnType<typeof institutionOf>> & {}

/** One act of staff on an institution, in one transaction. For everybody who is not staff, there is no such institution. */
export function onInstitution<Answer extends { ok: boolean }>(
  actor: Actor,
  id: string,
  act: (tx: Tx, known: Known) => Promise<Answer>,
): Promise<Answer | ({ readonly ok: false } & NotFound)> {
  return transaction(async (tx) => {
    const known = (await isStaff(tx, actor)) ? await institutionOf(tx, id) : undefined
    return known ? act(tx, known) : refuse('not-found')
  })
}

async function institutionOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: institutions.id,
      name: institutions.name,
      city: institutions.city,
      countryCode: institutions.countryCode,
      status: institutions.status,
      mergedIntoId: institutions.mergedIntoId,
    })
    .from(institutions)
    .where(eq(institutions.id, id))
  return row
}

/** Notes what staff decided, so that no import undoes it. */
export async function override(
  tx: Tx,
  actor: Actor,
  institutionId: string,
  field: OverrideField,
  now: Date,
  value = '',
): Promise<void> {
  await tx
    .insert(institutionOverrides)
    .values({ institutionId, field, value, at: now, byId: actorId(actor) })
    .onConflictDoNothing()
}
