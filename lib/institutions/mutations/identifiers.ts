import 'server-only'
import { and, eq } from 'drizzle-orm'
import { institutionIdentifiers, institutionOverrides } from '#db/schema/institutions'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { type NotFound, onInstitution, override } from '#lib/institutions/mutations/scope'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'
import { normalIdentifier } from '#lib/institutions/policy/identifier'
import { institutionBy } from '#lib/institutions/queries/find'
import type { InstitutionIdentifier } from '#lib/institutions/schema/edit'

type Invalid = { reason: 'invalid'; field: 'value'; code: 'identifier' }

/** Adds an identifier, checked by its scheme. One that another institution has is refused with that one: they may be the same. For staff. */
export async function addIdentifier(
  actor: Actor,
  id: string,
  { scheme, value: typed }: InstitutionIdentifier,
  now = new Date(),
): Promise<Result<undefined, NotFound | Invalid | { reason: 'taken'; institutionId: string }>> {
  return onInstitution(actor, id, async (tx) => {
    const value = normalIdentifier(scheme, typed)
    if (!value) return refuse('invalid', { field: 'value', code: 'identifier' } as const)
    const holder = await institutionBy(tx, scheme, value)
    if (holder === id) return done()
    if (holder) return refuse('taken', { institutionId: holder })
    await tx.insert(institutionIdentifiers).values({ id: newId(), institutionId: id, scheme, value, source: 'staff' })
    await tx
      .delete(institutionOverrides)
      .where(
        and(
          eq(institutionOverrides.institutionId, id),
          eq(institutionOverrides.field, 'dropped-identifier'),
          eq(institutionOverrides.value, `${scheme}:${value}`),
        ),
      )
    await refreshSearchKey(tx, id)
    await record(tx, actor, { verb: 'institution.edit', subjectId: id, after: { [scheme]: value } }, now)
    return done()
  })
}

/** Takes an identifier away; no import brings it back. */
export async function removeIdentifier(
  actor: Actor,
  id: string,
  identifierId: string,
  now = new Date(),
): Promise<Result<undefined, NotFound>> {
  return onInstitution(actor, id, async (tx) => {
    const [gone] = await tx
      .delete(institutionIdentifiers)
      .where(and(eq(institutionIdentifiers.id, identifierId), eq(institutionIdentifiers.institutionId, id)))
      .returning({ scheme: institutionIdentifiers.scheme, value: institutionIdentifiers.value })
    if (!gone) return refuse('not-found')
    await override(tx, actor, id, 'dropped-identifier', now, `${gone.scheme}:${gone.value}`)
    await refreshSearchKey(tx, id)
    await record(tx, actor, { verb: 'institution.edit', subjectId: id, before: { [gone.scheme]: gone.value } }, now)
    return done()
  })
}
