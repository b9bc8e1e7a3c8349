import 'server-only'
import type { Tx } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { type Actor, actorId } from '#lib/auth/actor'
import { newId } from '#lib/ids'

export type AuditVerb =
  | 'attendee.register'
  | 'attendee.confirm'
  | 'attendee.promote'
  | 'attendee.wait'
  | 'attendee.cancel'
  | 'attendee.answer'
  | 'attendee.consent'
  | 'attendee.confirm-address'
  | 'attendee.correct'
  | 'attendee.decline'
  | 'attendee.lapse'
  | 'attendee.offer'
  | 'attendee.offer-expire'
  | 'attendee.accept'
  | 'attendee.reorder'
  | 'attendee.rejoin'
  | 'limit.recount'
  | 'limit.set'
  | 'limit.remove'
  | 'attendee.send-link'
  | 'event.archive'
  | 'event.clone'
  | 'event.create'
  | 'event.edit'
  | 'event.publish'
  | 'event.remove'
  | 'event.restore'
  | 'event.unpublish'
  | 'file.read'
  | 'form.edit'
  | 'institution.add'
  | 'institution.confirm'
  | 'institution.edit'
  | 'institution.import'
  | 'institution.merge'
  | 'institution.propose'
  | 'institution.unmerge'
  | 'attendee.read-sensitive'
  | 'roster.export'
  | 'user.add'
  | 'user.grant'
  | 'user.revoke'
  | 'user.end-sessions'
  | 'user.sign-in'
  | 'user.sign-in-link'

export type AuditEntry = {
  verb: AuditVerb
  eventId?: string | null
  subjectId?: string
  reason?: string
  before?: object
  after?: object
}

/** Writes down who did what, inside the transaction of the act itself. `before` and `after` hold what changed. */
export async function record(tx: Tx, actor: Actor, entry: AuditEntry, now: Date): Promise<void> {
  await tx.insert(auditEntries).values({
    id: newId(),
    at: now,
    actorKind: actor.kind,
    actorId: actorId(actor),
    verb: entry.verb,
    eventId: entry.eventId ?? null,
    subjectId: entry.subjectId ?? null,
    reason: entry.reason || null,
    before: entry.before ?? null,
    after: entry.after ?? null,
  })
}

/** The fields of `after` that `before` had otherwise, on both sides: what an audit entry of a correction holds. */
export function difference<After extends Record<string, unknown>>(
  before: { readonly [Field in keyof After]: unknown },
  after: After,
): { before: Partial<Record<keyof After, unknown>>; after: Partial<After> } {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  const pick = (state: object) => Object.fromEntries(Object.entries(state).filter(([field]) => changed.includes(field)))
  return { before: pick(before) as Partial<Record<keyof After, unknown>>, after: pick(after) as Partial<After> }
}
