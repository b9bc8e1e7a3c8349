import { index, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { attendees } from '#db/schema/attendees'
import { id, instant } from '#db/schema/columns'
import { countries } from '#db/schema/countries'
import { files } from '#db/schema/files'
import { questionOptions, questions } from '#db/schema/forms'
import { institutions } from '#db/schema/institutions'

/** What somebody answered: a row a question, of several choices a row each, of a journey a row for day, time and means. */
export const answers = sqliteTable(
  'answers',
  {
    id: id(),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id),
    /** Empty; the option's id where several may be chosen; `day`, `time` or `detail` of a journey. */
    slot: text('slot').notNull().default(''),
    /** The answer in its canonical spelling: a number with a point, a day `YYYY-MM-DD`, a time `HH:MM`, yes `1` or no `0`. */
    text: text('text').notNull(),
    number: real('number'),
    optionId: text('option_id').references(() => questionOptions.id),
    countryCode: text('country_code').references(() => countries.code),
    institutionId: text('institution_id').references(() => institutions.id),
    fileId: text('file_id').references(() => files.id),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    unique('answers_once').on(t.attendeeId, t.questionId, t.slot),
    index('answers_question').on(t.questionId, t.text),
    index('answers_option').on(t.optionId),
    index('answers_institution').on(t.institutionId),
    index('answers_file').on(t.fileId),
  ],
)
