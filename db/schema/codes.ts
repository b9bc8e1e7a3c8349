import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from '#db/schema/columns'
import { attendeeTypes, events } from '#db/schema/events'

/**
 * A code that an organization was given, with a number of places: the capacity of the pool whose rule names it. Until it ends, the places not
 * yet used are held. The code itself is derived from `id` and `version`; only its hash is kept.
 */
export const invitationCodes = sqliteTable(
  'invitation_codes',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull().unique(),
    version: integer('version').notNull().default(1),
    /** The organization, in the organizer's words. */
    label: text('label').notNull(),
    /** The capacity in which its people come; null leaves it to them. */
    typeId: text('type_id').references(() => attendeeTypes.id),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    outcome: text('outcome', { enum: ['expired', 'withdrawn'] }),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('invitation_codes_ended', sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
    index('invitation_codes_event').on(t.eventId),
    index('invitation_codes_due').on(t.outcome, t.expiresAt),
  ],
)
