import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { attendees } from '#db/schema/attendees'
import { id, instant } from '#db/schema/columns'
import { institutions } from '#db/schema/institutions'

/** One institution taken for another. Names and identifiers stay with their own and are found through `mergedIntoId`; attendees move. */
export const institutionMerges = sqliteTable(
  'institution_merges',
  {
    id: id(),
    fromId: text('from_id')
      .notNull()
      .references(() => institutions.id),
    intoId: text('into_id')
      .notNull()
      .references(() => institutions.id),
    at: instant('at').notNull(),
    byId: text('by_id'),
    undoneAt: instant('undone_at'),
    undoneById: text('undone_by_id'),
  },
  (t) => [index('institution_merges_from').on(t.fromId), index('institution_merges_into').on(t.intoId)],
)

/** Who moved with a merge, and moves back when it is undone. A later correction of the institution ends that. */
export const institutionMergeMoves = sqliteTable(
  'institution_merge_moves',
  {
    mergeId: text('merge_id')
      .notNull()
      .references(() => institutionMerges.id),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.mergeId, t.attendeeId] }),
    index('institution_merge_moves_attendee').on(t.attendeeId),
  ],
)
