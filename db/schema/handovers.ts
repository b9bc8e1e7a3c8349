import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { attendees } from '#db/schema/attendees'
import { instant } from '#db/schema/columns'
import { invitations } from '#db/schema/invitations'

/** Somebody gives the own place to a colleague, who is invited to it: it passes when the invitation is accepted. */
export const handovers = sqliteTable(
  'handovers',
  {
    invitationId: text('invitation_id')
      .primaryKey()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('handovers_attendee').on(t.attendeeId)],
)
