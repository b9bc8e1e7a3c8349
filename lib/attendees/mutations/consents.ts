import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { answers } from '#db/schema/answers'
import { attendees, consents } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { cancelNow, isOver } from '#lib/attendees/mutations/cancel'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { mayFollow } from '#lib/attendees/policy'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'

/** The sentence beside the box as the person read it, and in which language. */
export type Sentence = { locale: Locale; text: string }

/**
 * Gives the participant's own consent to be named in the list, in the words that were read, or withdraws it (`sentence`
 * null). Nobody else's to give. Withdrawing is always possible; giving only where there is a list.
 */
export async function consentToList(
  actor: Actor,
  sentence: Sentence | null,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'no-list' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  const { attendeeId } = actor
  return transaction(async (tx) => {
    const own = await eventOf(tx, attendeeId)
    if (!own) return refuse('not-found')
    if (sentence && own.listVisibility === 'nobody') return refuse('no-list')
    const open = await openConsent(tx, attendeeId)
    if ((open?.wording ?? null) === (sentence?.text ?? null)) return done()
    if (open) await tx.update(consents).set({ withdrawnAt: now }).where(openOf(attendeeId))
    if (sentence)
      await tx.insert(consents).values({
        id: newId(),
        attendeeId,
        purpose: 'participant_list',
        wording: sentence.text,
        locale: sentence.locale,
        givenAt: now,
      })
    await record(
      tx,
      actor,
      {
        verb: 'attendee.consent',
        eventId: own.eventId,
        subjectId: attendeeId,
        before: { listed: open !== undefined },
        after: { listed: sentence !== null, wording: sentence?.text },
      },
      now,
    )
    return done()
  })
}

/**
 * Withdraws one of the participant's own consents, at any time. To a box of the form it is taken out of the answers; without the one to the privacy notice the
 * registration ends, since nobody may work with it any more; after the event the record stays, as evidence of who took part. What is withdrawn already stays so.
 */
export async function withdrawConsent(
  actor: Actor,
  consentId: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const attendee = actor.kind === 'participant' ? await attendeeFor(tx, actor, actor.attendeeId) : undefined
    const [consent] = await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(eq(consents.id, consentId), eq(consents.attendeeId, attendee?.id ?? ''), isNull(consents.withdrawnAt)))
      .returning({ purpose: consents.purpose, questionId: consents.questionId })
    if (!attendee || !consent) return refuse('not-found')
    if (consent.questionId)
      await tx
        .delete(answers)
        .where(and(eq(answers.attendeeId, attendee.id), eq(answers.questionId, consent.questionId)))
    const about = { eventId: attendee.eventId, subjectId: attendee.id }
    const change = { before: { [consent.purpose]: true }, after: { [consent.purpose]: false } }
    await record(tx, actor, { verb: 'attendee.consent', ...about, ...change }, now)
    if (consent.purpose !== 'privacy' || !mayFollow('cancel', attendee.status)) return done({ promoted: [] })
    if (await isOver(tx, attendee.eventId, now)) return done({ promoted: [] })
    await cancelNow(tx, actor, attendee, { reason: '', message: 'cancelled', verb: 'attendee.cancel' }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

const openOf = (attendeeId: string) =>
  and(eq(consents.attendeeId, attendeeId), eq(consents.purpose, 'participant_list'), isNull(consents.withdrawnAt))

async function openConsent(tx: Tx, attendeeId: string) {
  const [open] = await tx.select({ wording: consents.wording }).from(consents).where(openOf(attendeeId))
  return open
}

async function eventOf(tx: Tx, attendeeId: string) {
  const [row] = await tx
    .select({ eventId: events.id, listVisibility: events.listVisibility })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(eq(attendees.id, attendeeId))
  return row
}
