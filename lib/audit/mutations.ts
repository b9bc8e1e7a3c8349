import 'server-only'
import { eq } from 'drizzle-orm'
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
  | 'attendee.decline-offer'
  | 'attendee.reorder'
  | 'attendee.rejoin'
  | 'attendee.hold'
  | 'attendee.release'
  | 'attendee.return'
  | 'attendee.ask-address'
  | 'attendee.change-address'
  | 'attendee.language'
  | 'attendee.download'
  | 'attendee.erase'
  | 'attendee.send-earlier'
  | 'attendee.hand-over'
  | 'attendee.keep-place'
  | 'attendee.pass-on'
  | 'invitation.send'
  | 'invitation.resend'
  | 'invitation.see'
  | 'invitation.extend'
  | 'invitation.withdraw'
  | 'invitation.accept'
  | 'invitation.decline'
  | 'invitation.expire'
  | 'code.make'
  | 'code.change'
  | 'code.renew'
  | 'code.withdraw'
  | 'code.expire'
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
  | 'event.tell-cancelled'
  | 'event.tell-change'
  | 'event.tell-return'
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
  | 'message.retry'
  | 'message.stop'
  | 'attendee.read-sensitive'
  | 'attendee.refuse-mail'
  | 'attendee.want-mail'
  | 'mailing.cancel'
  | 'mailing.create'
  | 'mailing.edit'
  | 'mailing.reschedule'
  | 'mailing.resend'
  | 'mailing.schedule'
  | 'mailing.test'
  | 'message.edit'
  | 'message.reset'
  | 'message.test'
  | 'reminder.add'
  | 'reminder.remove'
  | 'reminder.send'
  | 'roster.export'
  | 'team.join'
  | 'team.resend'
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
export async function record(
  tx: Tx,
  actor: Actor,
  entries: AuditEntry | readonly AuditEntry[],
  now: Date,
): Promise<void> {
  await tx.insert(auditEntries).values(
    [entries].flat().map((entry: AuditEntry) => ({
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
    })),
  )
}

/** Takes what somebody had erased out of the entries about them: that there was a change stays, what it said does not. */
export async function forget(tx: Tx, subjectId: string, keys: readonly string[]): Promise<void> {
  const entries = await tx
    .select({ id: auditEntries.id, before: auditEntries.before, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
  for (const { id, before, after } of entries)
    if ([before, after].some((side) => keys.some((key) => side && typeof side === 'object' && key in side)))
      await tx
        .update(auditEntries)
        .set({ before: without(before, keys), after: without(after, keys) })
        .where(eq(auditEntries.id, id))
}

const without = (side: unknown, keys: readonly string[]): unknown =>
  side && typeof side === 'object'
    ? Object.fromEntries(Object.entries(side).map(([key, value]) => [key, keys.includes(key) ? '' : value]))
    : side

/** The fields of `after` that `before` had otherwise, on both sides: what an audit entry of a correction holds. */
export function difference<After extends Record<string, unknown>>(
  before: { readonly [Field in keyof After]: unknown },
  after: After,
): { before: Partial<Record<keyof After, unknown>>; after: Partial<After> } {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  const pick = (state: object) => Object.fromEntries(Object.entries(state).filter(([field]) => changed.includes(field)))
  return { before: pick(before) as Partial<Record<keyof After, unknown>>, after: pick(after) as Partial<After> }
}
