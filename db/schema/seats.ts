import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { OFFER_OUTCOMES, POOL_SUBJECTS } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { id, instant, oneOf } from '#db/schema/columns'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'

/** A limit of any kind. `taken` counts its seats; a lowered capacity may stand below it. */
export const seatPools = sqliteTable(
  'seat_pools',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Stable within the event: `event`, `type:<id>`, or for pools that appear when first needed `<rule id>:<subject id>`. */
    key: text('key').notNull(),
    /** Null is unlimited. */
    capacity: integer('capacity'),
    taken: integer('taken').notNull().default(0),
  },
  (t) => [
    unique('seat_pools_key').on(t.eventId, t.key),
    check('seat_pools_taken', sql`${t.taken} >= 0`),
    check('seat_pools_capacity', sql`${t.capacity} >= 0`),
  ],
)

/**
 * To whom a pool applies. With a `poolId`, to attendees of that subject (several rules may lead to one pool: "types A and B together").
 * Without one, to each subject by itself: the pool is made when first needed, with `eachCapacity` seats ("at most 3 an institution").
 */
export const poolRules = sqliteTable(
  'pool_rules',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    poolId: text('pool_id').references(() => seatPools.id, { onDelete: 'cascade' }),
    subject: text('subject', { enum: POOL_SUBJECTS }).notNull(),
    subjectId: text('subject_id'),
    eachCapacity: integer('each_capacity'),
  },
  (t) => [
    oneOf('pool_rules_subject', t.subject, POOL_SUBJECTS),
    check('pool_rules_each', sql`(${t.poolId} is null) = (${t.eachCapacity} is not null)`),
    index('pool_rules_event').on(t.eventId),
  ],
)

/** A place in a pool, held by an attendee, or for one by an open invitation or code. `takenFromId` is the pool it was first taken from, so that merging institutions can be undone. */
export const seats = sqliteTable(
  'seats',
  {
    id: id(),
    poolId: text('pool_id')
      .notNull()
      .references(() => seatPools.id),
    takenFromId: text('taken_from_id')
      .notNull()
      .references(() => seatPools.id),
    attendeeId: text('attendee_id').references(() => attendees.id, { onDelete: 'cascade' }),
    invitationId: text('invitation_id').references(() => invitations.id, { onDelete: 'cascade' }),
    codeId: text('code_id').references(() => invitationCodes.id, { onDelete: 'cascade' }),
    takenAt: instant('taken_at').notNull(),
  },
  (t) => [
    unique('seats_once').on(t.attendeeId, t.poolId),
    unique('seats_invitation').on(t.invitationId, t.poolId),
    index('seats_pool').on(t.poolId),
    index('seats_code').on(t.codeId),
    check(
      'seats_holder',
      sql`case when ${t.attendeeId} is null then 0 else 1 end + case when ${t.invitationId} is null then 0 else 1 end + case when ${t.codeId} is null then 0 else 1 end = 1`,
    ),
  ],
)

/** A place in the queue. Exists exactly while its attendee waits. */
export const waitingPlaces = sqliteTable(
  'waiting_places',
  {
    attendeeId: text('attendee_id')
      .primaryKey()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Order within the event, ascending. */
    position: integer('position').notNull(),
    /** The pool that was full, or null when an organizer put the person here. */
    blockedById: text('blocked_by_id').references(() => seatPools.id),
    since: instant('since').notNull(),
    /** Who put the person back on the list: such a person is not promoted by itself. */
    heldById: text('held_by_id'),
    heldReason: text('held_reason'),
  },
  (t) => [unique('waiting_places_position').on(t.eventId, t.position)],
)

/** A place offered to somebody who waited, whose seats are held until it expires. Open while it has no outcome: then its attendee is `offered`. */
export const offers = sqliteTable(
  'offers',
  {
    id: id(),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    outcome: text('outcome', { enum: OFFER_OUTCOMES }),
    endedAt: instant('ended_at'),
  },
  (t) => [
    oneOf('offers_outcome', t.outcome, OFFER_OUTCOMES),
    check('offers_ended', sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
    index('offers_attendee').on(t.attendeeId),
    index('offers_due').on(t.outcome, t.expiresAt),
  ],
)
