import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { OverrideField } from '#db/enums'
import { institutionNames, institutions } from '#db/schema/institutions'
import { difference, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { isStaff } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { sortKey } from '#lib/fold'
import { addInstitution } from '#lib/institutions/mutations/add'
import { insertNames } from '#lib/institutions/mutations/extend'
import { type NotFound, onInstitution, override } from '#lib/institutions/mutations/scope'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'
import type { InstitutionFacts } from '#lib/institutions/schema/edit'

/** Adds an institution that no register brought. For staff. */
export async function createInstitution(
  actor: Actor,
  facts: InstitutionFacts,
  now = new Date(),
): Promise<Result<{ id: string }, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await isStaff(tx, actor))) return refuse('forbidden')
    const entry = { name: facts.name, city: facts.city, country: facts.countryCode || null, names: [], identifiers: [] }
    const id = await addInstitution(tx, entry, now, { source: 'staff' })
    await record(tx, actor, { verb: 'institution.add', subjectId: id, after: facts }, now)
    return done({ id })
  })
}

/** Changes the main name, the city, the country; no import changes back what staff changed. The former main name stays as one by which it is found. */
export async function editInstitution(
  actor: Actor,
  id: string,
  facts: InstitutionFacts,
  now = new Date(),
): Promise<Result<undefined, NotFound>> {
  return onInstitution(actor, id, async (tx, known) => {
    const next = { name: facts.name, city: facts.city, countryCode: facts.countryCode || null }
    const change = difference({ name: known.name, city: known.city, countryCode: known.countryCode }, next)
    const changed = Object.keys(change.after) as (keyof typeof next)[]
    if (changed.length === 0) return done()
    await tx
      .update(institutions)
      .set({ ...next, sortKey: sortKey(next.name) })
      .where(eq(institutions.id, id))
    if (changed.includes('name')) await renameOfficial(tx, actor, id, known.name, next.name, now)
    for (const field of changed) await override(tx, actor, id, FIELD[field], now)
    await refreshSearchKey(tx, id)
    await record(tx, actor, { verb: 'institution.edit', subjectId: id, ...change }, now)
    return done()
  })
}

/** The official name that was the main one becomes the new one, in its language; the old stays as an alias, by which it is still found. */
async function renameOfficial(tx: Tx, actor: Actor, id: string, from: string, to: string, now: Date): Promise<void> {
  const official = (name: string) =>
    and(eq(institutionNames.institutionId, id), eq(institutionNames.name, name), eq(institutionNames.kind, 'official'))
  const [was] = await tx.select({ language: institutionNames.language }).from(institutionNames).where(official(from))
  await tx.delete(institutionNames).where(official(from))
  await override(tx, actor, id, 'dropped-name', now, `official:${from}`)
  const language = was?.language ?? null
  await insertNames(tx, [
    { institutionId: id, source: 'staff', name: to, language, kind: 'official' },
    { institutionId: id, source: 'staff', name: from, language, kind: 'alias' },
  ])
}

const FIELD = { name: 'name', city: 'city', countryCode: 'country' } as const satisfies Record<string, OverrideField>

/** Takes a proposed institution into the registry, so that others find it. */
export async function confirmInstitution(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<undefined, NotFound | { reason: 'not-possible' }>> {
  return onInstitution(actor, id, async (tx, known) => {
    if (known.status !== 'proposed' || known.mergedIntoId) return refuse('not-possible')
    await tx.update(institutions).set({ status: 'active' }).where(eq(institutions.id, id))
    await record(tx, actor, { verb: 'institution.confirm', subjectId: id }, now)
    return done()
  })
}

/** Takes an institution out of what is offered, or back in. Whoever comes from it keeps it. */
export async function retireInstitution(
  actor: Actor,
  id: string,
  status: 'retired' | 'active',
  now = new Date(),
): Promise<Result<undefined, NotFound | { reason: 'not-possible' }>> {
  return onInstitution(actor, id, async (tx, known) => {
    if (known.status === status || known.mergedIntoId) return refuse('not-possible')
    await tx.update(institutions).set({ status }).where(eq(institutions.id, id))
    await override(tx, actor, id, 'status', now)
    await record(
      tx,
      actor,
      { verb: 'institution.edit', subjectId: id, before: { status: known.status }, after: { status } },
      now,
    )
    return done()
  })
}
