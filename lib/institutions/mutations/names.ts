import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { institutionNames, institutionOverrides } from '#db/schema/institutions'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { fold } from '#lib/fold'
import { newId } from '#lib/ids'
import { type NotFound, onInstitution, override } from '#lib/institutions/mutations/scope'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'
import type { InstitutionName } from '#lib/institutions/schema/edit'

type Taken = { reason: 'invalid'; field: 'name'; code: 'taken' }

/** Adds a name by which an institution is called and found. For staff. */
export async function addName(
  actor: Actor,
  id: string,
  name: InstitutionName,
  now = new Date(),
): Promise<Result<undefined, NotFound | Taken>> {
  return onInstitution(actor, id, async (tx) => {
    const [made] = await tx
      .insert(institutionNames)
      .values({ id: newId(), institutionId: id, ...name, folded: fold(name.name), source: 'staff' })
      .onConflictDoNothing()
      .returning({ id: institutionNames.id })
    if (!made) return refuse('invalid', { field: 'name', code: 'taken' } as const)
    await forgetDropped(tx, id, name)
    await refreshSearchKey(tx, id)
    await record(tx, actor, { verb: 'institution.edit', subjectId: id, after: { names: name } }, now)
    return done()
  })
}

/** Changes a name. It is the staff's from then on, and no import brings the old one back. */
export async function editName(
  actor: Actor,
  id: string,
  nameId: string,
  name: InstitutionName,
  now = new Date(),
): Promise<Result<undefined, NotFound | Taken>> {
  return onInstitution(actor, id, async (tx) => {
    const was = await nameOf(tx, id, nameId)
    if (!was) return refuse('not-found')
    if (was.name === name.name && was.kind === name.kind && was.language === name.language) return done()
    const [other] = await tx
      .select({ id: institutionNames.id })
      .from(institutionNames)
      .where(
        and(
          eq(institutionNames.institutionId, id),
          eq(institutionNames.name, name.name),
          eq(institutionNames.kind, name.kind),
          ne(institutionNames.id, nameId),
        ),
      )
    if (other) return refuse('invalid', { field: 'name', code: 'taken' } as const)
    await tx
      .update(institutionNames)
      .set({ ...name, folded: fold(name.name), source: 'staff' })
      .where(eq(institutionNames.id, nameId))
    if (was.name !== name.name || was.kind !== name.kind)
      await override(tx, actor, id, 'dropped-name', now, dropped(was))
    await forgetDropped(tx, id, name)
    await refreshSearchKey(tx, id)
    await record(
      tx,
      actor,
      { verb: 'institution.edit', subjectId: id, before: { names: was }, after: { names: name } },
      now,
    )
    return done()
  })
}

/** Takes a name away; no import brings it back. The main name stays, and so the last one. */
export async function removeName(
  actor: Actor,
  id: string,
  nameId: string,
  now = new Date(),
): Promise<Result<undefined, NotFound | { reason: 'last' }>> {
  return onInstitution(actor, id, async (tx, known) => {
    const was = await nameOf(tx, id, nameId)
    if (!was) return refuse('not-found')
    if (was.name === known.name) return refuse('last')
    await tx.delete(institutionNames).where(eq(institutionNames.id, nameId))
    const [left] = await tx
      .select({ id: institutionNames.id })
      .from(institutionNames)
      .where(eq(institutionNames.institutionId, id))
      .limit(1)
    if (!left) return refuse('last')
    await override(tx, actor, id, 'dropped-name', now, dropped(was))
    await refreshSearchKey(tx, id)
    await record(tx, actor, { verb: 'institution.edit', subjectId: id, before: { names: was } }, now)
    return done()
  })
}

async function nameOf(tx: Tx, id: string, nameId: string) {
  const [row] = await tx
    .select({ name: institutionNames.name, language: institutionNames.language, kind: institutionNames.kind })
    .from(institutionNames)
    .where(and(eq(institutionNames.id, nameId), eq(institutionNames.institutionId, id)))
  return row
}

/** How an override names a name. */
const dropped = ({ kind, name }: { kind: string; name: string }) => `${kind}:${name}`

/** A name that staff give again is no longer one they took away. */
async function forgetDropped(tx: Tx, institutionId: string, name: InstitutionName): Promise<void> {
  await tx
    .delete(institutionOverrides)
    .where(
      and(
        eq(institutionOverrides.institutionId, institutionId),
        eq(institutionOverrides.field, 'dropped-name'),
        eq(institutionOverrides.value, dropped(name)),
      ),
    )
}
