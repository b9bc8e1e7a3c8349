import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { INVITATION_OUTCOMES } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { id, instant, oneOf } from '#db/schema/columns'
import { attendeeTypes, events } from '#db/schema/events'

/** A personal invitation. Open while it has no outcome; where `holds`, its seats are held so long. The link is derived from `id` and `linkVersion`. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    givenName: text('given_name').notNull().default(''),
    familyName: text('family_name').notNull().default(''),
    /** The language the invitation is written in. */
    locale: text('locale').notNull(),
    /** The capacity in which the person is invited; null leaves it to the person. */
    typeId: text('type_id').references(() => attendeeTypes.id),
    /** A few personal words in the letter. */
    note: text('note').notNull().default(''),
    holds: integer('holds', { mode: 'boolean' }).notNull(),
    expiresAt: instant('expires_at').notNull(),
    linkVersion: integer('link_version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    /** When the person first looked at it. */
    seenAt: instant('seen_at'),
    outcome: text('outcome', { enum: INVITATION_OUTCOMES }),
    endedAt: instant('ended_at'),
    /** Whoever registered with it. */
    attendeeId: text('attendee_id').references(() => attendees.id, { onDelete: 'set null' }),
  },
  (t) => [
    oneOf('invitations_outcome', t.outcome, INVITATION_OUTCOMES),
    check('invitations_ended', sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
    index('invitations_event').on(t.eventId, t.emailKey),
    index('invitations_due').on(t.outcome, t.expiresAt),
    index('invitations_attendee').on(t.attendeeId),
  ],
)
