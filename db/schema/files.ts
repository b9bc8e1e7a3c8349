import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FILE_PURPOSES } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { id, instant, oneOf } from '#db/schema/columns'
import { events } from '#db/schema/events'
import { questions } from '#db/schema/forms'

/** A file that was sent, stored under `data/files` by its id. */
export const files = sqliteTable(
  'files',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: FILE_PURPOSES }).notNull(),
    questionId: text('question_id').references(() => questions.id),
    /** Whose answer it is; null while it is the draft of a form not yet taken, or a cover. */
    attendeeId: text('attendee_id').references(() => attendees.id, { onDelete: 'cascade' }),
    /** Digest of the one-time key of the form it came with: only that form can adopt the draft. */
    draftHash: text('draft_hash'),
    /** As the person's computer called it, without its path. Never part of a path here. */
    name: text('name').notNull(),
    /** Told from the content, not from the name. */
    mediaType: text('media_type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    oneOf('files_purpose', t.purpose, FILE_PURPOSES),
    index('files_attendee').on(t.attendeeId),
    index('files_event').on(t.eventId, t.purpose),
    index('files_draft').on(t.draftHash),
  ],
)
