import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { attendees } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { id, instant } from '#db/schema/columns'
import { events } from '#db/schema/events'

/** An organizer's own wording of an automatic message, a language a row; without one the default is sent. */
export const messageTexts = sqliteTable(
  'message_texts',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    locale: text('locale').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.kind, t.locale] })],
)

/** A letter to many: a draft until it has a time, wholly handed to the outbox at `startedAt`, no further after `cancelledAt`. */
export const mailings = sqliteTable(
  'mailings',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** The list's filters, as in its address; whom they give is fixed when the mailing gets its time. */
    filters: text('filters').notNull(),
    createdById: text('created_by_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    scheduledFor: instant('scheduled_for'),
    startedAt: instant('started_at'),
    cancelledAt: instant('cancelled_at'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('mailings_event').on(t.eventId), index('mailings_due').on(t.startedAt, t.scheduledFor)],
)

export const mailingTexts = sqliteTable(
  'mailing_texts',
  {
    mailingId: text('mailing_id')
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.locale] })],
)

/** Whom a mailing was for, and why somebody was left out. */
export const mailingRecipients = sqliteTable(
  'mailing_recipients',
  {
    mailingId: text('mailing_id')
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    skipped: text('skipped'),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.attendeeId] }), index('mailing_recipients_attendee').on(t.attendeeId)],
)

/** Somebody who wants no letters to many from this event; those about the own registration go on. */
export const mailRefusals = sqliteTable('mail_refusals', {
  attendeeId: text('attendee_id')
    .primaryKey()
    .references(() => attendees.id, { onDelete: 'cascade' }),
  at: instant('at').notNull(),
})

/** A reminder to everybody who has a place, so many days before the event begins. */
export const reminders = sqliteTable(
  'reminders',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    daysBefore: integer('days_before').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [unique('reminders_once').on(t.eventId, t.daysBefore)],
)
