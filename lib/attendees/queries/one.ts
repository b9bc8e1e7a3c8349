import 'server-only'
import { and, asc, count, desc, eq, isNull, lt } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendees, cancellations, consents } from '#db/schema/attendees'
import { notices } from '#db/schema/events'
import { institutions } from '#db/schema/institutions'
import { outbox } from '#db/schema/outbox'
import { offers, seatPools, waitingPlaces } from '#db/schema/seats'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { within } from '#lib/auth/queries'

const record = {
  id: attendees.id,
  eventId: attendees.eventId,
  code: attendees.code,
  status: attendees.status,
  typeId: attendees.typeId,
  institutionId: attendees.institutionId,
  institutionName: institutions.name,
  institutionCity: institutions.city,
  institutionStatus: institutions.status,
  countryCode: attendees.countryCode,
  email: attendees.email,
  title: attendees.title,
  givenName: attendees.givenName,
  familyName: attendees.familyName,
  patronymic: attendees.patronymic,
  nativeName: attendees.nativeName,
  badgeName: attendees.badgeName,
  position: attendees.position,
  phone: attendees.phone,
  locale: attendees.locale,
  registeredAt: attendees.registeredAt,
  confirmBy: attendees.confirmBy,
  updatedAt: attendees.updatedAt,
  revision: attendees.revision,
}

/** Everything known of one attendee of an event the actor may read, or null. */
export async function attendeeRecord(actor: Actor, eventId: string, attendeeId: string) {
  const [row] = await db()
    .select(record)
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(and(eq(attendees.id, attendeeId), eq(attendees.eventId, eventId), within(actor, 'read', attendees.eventId)))
  if (!row) return null
  const [wait, given, history, messages] = await Promise.all([
    waitingPlaceOf(row.id, row.eventId),
    consentsOf(row.id),
    historyOf(row.id),
    messagesOf(row.id),
  ])
  return { ...row, wait, consents: given, history, messages }
}

/** The participant's own record, by the private link, or null. */
export async function ownRecord(actor: Actor) {
  if (actor.kind !== 'participant') return null
  const [row] = await db()
    .select({ ...record, linkVersion: attendees.linkVersion })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(and(eq(attendees.id, actor.attendeeId), eq(attendees.eventId, actor.eventId)))
  if (!row) return null
  const { linkVersion, ...rest } = row
  const [wait, offer] = await Promise.all([waitingPlaceOf(row.id, row.eventId), lastOfferOf(row.id)])
  const offerUntil = offer?.outcome === null ? offer.expiresAt : null
  return { ...rest, token: linkToken(row.id, linkVersion), wait, offerUntil, refused: offer?.outcome === 'declined' }
}

/** The last place that was offered: until when it is held, and what became of it. */
async function lastOfferOf(attendeeId: string) {
  const [last] = await db()
    .select({ expiresAt: offers.expiresAt, outcome: offers.outcome })
    .from(offers)
    .where(eq(offers.attendeeId, attendeeId))
    .orderBy(desc(offers.offeredAt), desc(offers.id))
    .limit(1)
  return last
}

/** Place in the queue: `position` 1 is next; `of` how many wait. Null for those who do not wait. */
async function waitingPlaceOf(attendeeId: string, eventId: string) {
  const [place] = await db()
    .select({
      position: waitingPlaces.position,
      since: waitingPlaces.since,
      heldById: waitingPlaces.heldById,
      heldReason: waitingPlaces.heldReason,
      blockedBy: seatPools.key,
    })
    .from(waitingPlaces)
    .leftJoin(seatPools, eq(seatPools.id, waitingPlaces.blockedById))
    .where(eq(waitingPlaces.attendeeId, attendeeId))
  if (!place) return null
  const here = eq(waitingPlaces.eventId, eventId)
  const [before] = await db()
    .select({ n: count() })
    .from(waitingPlaces)
    .where(and(here, lt(waitingPlaces.position, place.position)))
  const [all] = await db().select({ n: count() }).from(waitingPlaces).where(here)
  return { ...place, position: (before?.n ?? 0) + 1, of: all?.n ?? 1 }
}

export function consentsOf(attendeeId: string) {
  return db()
    .select({
      id: consents.id,
      purpose: consents.purpose,
      questionId: consents.questionId,
      wording: consents.wording,
      locale: consents.locale,
      version: notices.version,
      givenAt: consents.givenAt,
      withdrawnAt: consents.withdrawnAt,
    })
    .from(consents)
    .leftJoin(notices, eq(notices.id, consents.noticeId))
    .where(eq(consents.attendeeId, attendeeId))
    .orderBy(asc(consents.givenAt), asc(consents.id))
}

export function messagesOf(attendeeId: string) {
  return (
    db()
      .select({
        id: outbox.id,
        kind: outbox.kind,
        status: outbox.status,
        createdAt: outbox.createdAt,
        sentAt: outbox.sentAt,
      })
      .from(outbox)
      // A copy that somebody sent to oneself is none of the person's.
      .where(and(eq(outbox.attendeeId, attendeeId), isNull(outbox.userId)))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
  )
}

/** Why and by whom a registration was cancelled last, for the participant's own page. */
export async function lastCancellation(actor: Actor, reader: Db = db()) {
  if (actor.kind !== 'participant') return null
  const [row] = await reader
    .select({ at: cancellations.at, byKind: cancellations.byKind, reason: cancellations.reason })
    .from(cancellations)
    .where(eq(cancellations.attendeeId, actor.attendeeId))
    .orderBy(desc(cancellations.at))
    .limit(1)
  return row ?? null
}
