import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DATA_CLASSES, FORM_STAGES, QUESTION_KINDS } from '#db/enums'
import { id, instant, oneOf } from '#db/schema/columns'
import { attendeeTypes, events } from '#db/schema/events'

/** A part of an event's form. What is removed is archived, since answers refer to it. */
export const formSections = sqliteTable(
  'form_sections',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    stage: text('stage', { enum: FORM_STAGES }).notNull(),
    /** Order within the stage; ties are broken by the id. */
    position: integer('position').notNull(),
    archivedAt: instant('archived_at'),
  },
  (t) => [oneOf('form_sections_stage', t.stage, FORM_STAGES), index('form_sections_event').on(t.eventId)],
)

export const formSectionTexts = sqliteTable(
  'form_section_texts',
  {
    sectionId: text('section_id')
      .notNull()
      .references(() => formSections.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    title: text('title').notNull().default(''),
    help: text('help').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.locale] })],
)

/** A question of a form. */
export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    sectionId: text('section_id')
      .notNull()
      .references(() => formSections.id, { onDelete: 'cascade' }),
    /** Order within the section; ties are broken by the id. */
    position: integer('position').notNull(),
    kind: text('kind', { enum: QUESTION_KINDS }).notNull(),
    dataClass: text('data_class', { enum: DATA_CLASSES }).notNull(),
    required: integer('required', { mode: 'boolean' }).notNull().default(false),
    /** First day on which it is required, `YYYY-MM-DD` in the event's time zone; before, it may stay empty. */
    requiredFrom: text('required_from'),
    /** Asked and answered by staff alone. */
    staffOnly: integer('staff_only', { mode: 'boolean' }).notNull().default(false),
    /** Bounds: of a number its value, of texts the signs, of `several` the choices, of files the size in megabytes (`max`). */
    min: real('min'),
    max: real('max'),
    /** Bounds of days, `YYYY-MM-DD`. */
    earliest: text('earliest'),
    latest: text('latest'),
    /** When it is shown, see lib/forms/policy/condition; null is always. Refers to questions that stand before it. */
    condition: text('condition', { mode: 'json' }),
    /** No longer asked; the answers stay. */
    archivedAt: instant('archived_at'),
    /** Counts changes, so that two organizers do not overwrite one another. */
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    oneOf('questions_kind', t.kind, QUESTION_KINDS),
    oneOf('questions_data_class', t.dataClass, DATA_CLASSES),
    index('questions_event').on(t.eventId),
    index('questions_section').on(t.sectionId),
  ],
)

export const questionTexts = sqliteTable(
  'question_texts',
  {
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    label: text('label').notNull().default(''),
    help: text('help').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.locale] })],
)

/** The attendee types that are asked; none of them is all of them. */
export const questionTypes = sqliteTable(
  'question_types',
  {
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    typeId: text('type_id')
      .notNull()
      .references(() => attendeeTypes.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.typeId] }), index('question_types_type').on(t.typeId)],
)

/** What `one`, `several` and `list` choose from. */
export const questionOptions = sqliteTable(
  'question_options',
  {
    id: id(),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    archivedAt: instant('archived_at'),
  },
  (t) => [index('question_options_question').on(t.questionId)],
)

export const questionOptionTexts = sqliteTable(
  'question_option_texts',
  {
    optionId: text('option_id')
      .notNull()
      .references(() => questionOptions.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    label: text('label').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.optionId, t.locale] })],
)
