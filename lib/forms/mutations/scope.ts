import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendeeTypes } from '#db/schema/events'
import type { formSections, questions } from '#db/schema/forms'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'
import type { EditedForm } from '#lib/forms/policy/edited'
import { type Broken, brokenIn } from '#lib/forms/policy/possible'
import { editedForm } from '#lib/forms/queries/edit'

export type NotFound = { reason: 'not-found' }
/** Conditions of these questions rely on what would go, or would no longer stand before them. */
export type Needed = { reason: 'needed'; by: Broken[] }
export type FormRefusal = NotFound | Needed

/** One change of an event's form in one transaction. Who may not decide finds no form; a change that breaks a condition is undone. */
export function changeForm<Value, Refusal extends { reason: string }>(
  actor: Actor,
  eventId: string,
  change: (tx: Tx, form: EditedForm) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | FormRefusal>> {
  return transaction(async (tx): Promise<Result<Value, Refusal | FormRefusal>> => {
    const form = await editedForm(actor, eventId, tx)
    if (!form) return refuse('not-found')
    const result = await change(tx, form)
    if (!result.ok) return result
    const after = await editedForm(actor, eventId, tx)
    // What was broken before is no fault of this change, and must not stand in its way.
    const known = new Set(brokenIn(form).map(({ questionId, on }) => `${questionId} ${on}`))
    const by = after ? brokenIn(after).filter(({ questionId, on }) => !known.has(`${questionId} ${on}`)) : []
    return by.length > 0 ? refuse('needed', { by }) : result
  })
}

/** Writes down a change of the form. */
export const recordEdit = (
  tx: Tx,
  actor: Actor,
  form: EditedForm,
  subjectId: string,
  change: { before?: object; after?: object },
  now: Date,
) => record(tx, actor, { verb: 'form.edit', eventId: form.eventId, subjectId, ...change }, now)

/** Gives sections or questions their places, in this order. */
export async function place(tx: Tx, table: typeof formSections | typeof questions, ids: readonly string[]) {
  for (const [at, id] of ids.entries())
    await tx
      .update(table)
      .set({ position: at + 1 })
      .where(eq(table.id, id))
}

/** Whether all of these are types of the event. */
export async function areTypesOf(tx: Tx, eventId: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await tx
    .select({ id: attendeeTypes.id, eventId: attendeeTypes.eventId })
    .from(attendeeTypes)
    .where(inArray(attendeeTypes.id, [...ids]))
    .orderBy(asc(attendeeTypes.id))
  return rows.length === ids.length && rows.every((row) => row.eventId === eventId)
}
