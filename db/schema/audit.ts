import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ACTOR_KINDS } from '#db/enums'
import { id, instant, oneOf } from '#db/schema/columns'

/**
 * Who did what to what, with the state before and after. Rows outlive what they tell of, so nothing refers to it
 * and it refers to nothing.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: id(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: ACTOR_KINDS }).notNull(),
    actorId: text('actor_id'),
    /** `noun.verb`, see lib/audit. */
    verb: text('verb').notNull(),
    eventId: text('event_id'),
    subjectId: text('subject_id'),
    reason: text('reason'),
    before: text('before', { mode: 'json' }),
    after: text('after', { mode: 'json' }),
  },
  (t) => [
    oneOf('audit_entries_actor', t.actorKind, ACTOR_KINDS),
    index('audit_entries_subject').on(t.subjectId, t.at),
    index('audit_entries_event').on(t.eventId, t.at),
  ],
)
