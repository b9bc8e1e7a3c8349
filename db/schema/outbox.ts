import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { MESSAGE_KINDS, OUTBOX_STATUSES } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { id, instant, oneOf } from '#db/schema/columns'
import { invitations } from '#db/schema/invitations'

/** A message to send: what it is about, never the text or a secret. It is rendered when it is sent. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
    attendeeId: text('attendee_id').references(() => attendees.id, { onDelete: 'cascade' }),
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    invitationId: text('invitation_id').references(() => invitations.id, { onDelete: 'cascade' }),
    /** The language somebody asked in who has none on record; null writes in the person's own. */
    locale: text('locale'),
    status: text('status', { enum: OUTBOX_STATUSES }).notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When it may be tried (again). */
    dueAt: instant('due_at').notNull(),
    /** A worker that died lets go of the row at this moment. */
    leasedUntil: instant('leased_until'),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (t) => [
    oneOf('outbox_kind', t.kind, MESSAGE_KINDS),
    oneOf('outbox_status', t.status, OUTBOX_STATUSES),
    index('outbox_due').on(t.status, t.dueAt),
    index('outbox_attendee').on(t.attendeeId),
    index('outbox_invitation').on(t.invitationId),
  ],
)
