import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { MESSAGE_KINDS, OUTBOX_STATUSES } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { id, instant, oneOf } from '#db/schema/columns'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { mailings } from '#db/schema/mailings'

/** A message to send: what it is about, never the text or a secret. It is rendered when it is sent. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
    /** The event it is about; none for sign-in. */
    eventId: text('event_id').references(() => events.id, { onDelete: 'cascade' }),
    attendeeId: text('attendee_id').references(() => attendees.id, { onDelete: 'cascade' }),
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    invitationId: text('invitation_id').references(() => invitations.id, { onDelete: 'cascade' }),
    mailingId: text('mailing_id').references(() => mailings.id, { onDelete: 'cascade' }),
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
    /** The worker was lost while it sent: the message may have gone, and gone again. */
    doubtfulAt: instant('doubtful_at'),
  },
  (t) => [
    oneOf('outbox_kind', t.kind, MESSAGE_KINDS),
    oneOf('outbox_status', t.status, OUTBOX_STATUSES),
    index('outbox_due').on(t.status, t.dueAt),
    index('outbox_attendee').on(t.attendeeId),
    index('outbox_event').on(t.eventId, t.status, t.createdAt),
    index('outbox_mailing').on(t.mailingId),
    index('outbox_invitation').on(t.invitationId),
  ],
)
