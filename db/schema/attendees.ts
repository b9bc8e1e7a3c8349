import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { ACTOR_KINDS, ATTENDEE_STATUSES, CONSENT_PURPOSES } from '#db/enums'
import { invitationCodes } from '#db/schema/codes'
import { id, instant, oneOf } from '#db/schema/columns'
import { countries } from '#db/schema/countries'
import { attendeeTypes, events, notices } from '#db/schema/events'
import { questions } from '#db/schema/forms'
import { institutions } from '#db/schema/institutions'

/** A person's record at one event. Data classes are named in lib/attendees/schema/person. */
export const attendees = sqliteTable(
  'attendees',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    /** Short and human, unique over the instance; not a secret. */
    code: text('code').notNull().unique(),
    status: text('status', { enum: ATTENDEE_STATUSES }).notNull(),
    typeId: text('type_id')
      .notNull()
      .references(() => attendeeTypes.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    countryCode: text('country_code')
      .notNull()
      .references(() => countries.code),
    email: text('email').notNull(),
    /** Normalised address, the one that must be unique at an event. */
    emailKey: text('email_key').notNull(),
    title: text('title').notNull().default(''),
    /** Latin spelling of the passport. One of the two may be empty. */
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    patronymic: text('patronymic').notNull().default(''),
    /** In the person's own script. */
    nativeName: text('native_name').notNull().default(''),
    badgeName: text('badge_name').notNull().default(''),
    position: text('position').notNull().default(''),
    phone: text('phone').notNull().default(''),
    /** The code of an organization with which the person registered. */
    codeId: text('code_id').references(() => invitationCodes.id),
    /** The language we write to the person in. */
    locale: text('locale').notNull(),
    /** Folded names, address and code: what the search looks through. */
    searchKey: text('search_key').notNull(),
    /** Folded family and given name: the printed order. */
    sortKey: text('sort_key').notNull(),
    /** Raised to revoke the private link. */
    linkVersion: integer('link_version').notNull().default(1),
    /** Hash of the form's one-time key: the same form sent twice is one registration. */
    submissionHash: text('submission_hash').notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** Until when the address is to be confirmed; null when it need not be, or is. */
    confirmBy: instant('confirm_by'),
    updatedAt: instant('updated_at').notNull(),
    /** Counts changes, so that two organizers do not overwrite one another. */
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    oneOf('attendees_status', t.status, ATTENDEE_STATUSES),
    unique('attendees_email').on(t.eventId, t.emailKey),
    unique('attendees_submission').on(t.eventId, t.submissionHash),
    // Somebody's registrations at every event: their links are sent by the address alone.
    index('attendees_by_email').on(t.emailKey),
    index('attendees_by_name').on(t.eventId, t.sortKey, t.id),
    index('attendees_by_status').on(t.eventId, t.status, t.sortKey),
    index('attendees_institution').on(t.institutionId),
    index('attendees_code').on(t.codeId),
    index('attendees_confirm_by').on(t.confirmBy),
  ],
)

/** A consent given: to what, in which words and language, when; withdrawn when. */
export const consents = sqliteTable(
  'consents',
  {
    id: id(),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: CONSENT_PURPOSES }).notNull(),
    noticeId: text('notice_id').references(() => notices.id),
    /** The question of the form whose box it was. */
    questionId: text('question_id').references(() => questions.id),
    /** The sentence beside the box as the person read it. */
    wording: text('wording').notNull(),
    locale: text('locale').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [oneOf('consents_purpose', t.purpose, CONSENT_PURPOSES), index('consents_attendee').on(t.attendeeId)],
)

export const cancellations = sqliteTable(
  'cancellations',
  {
    id: id(),
    attendeeId: text('attendee_id')
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    byKind: text('by_kind', { enum: ACTOR_KINDS }).notNull(),
    byId: text('by_id'),
    reason: text('reason').notNull().default(''),
  },
  (t) => [oneOf('cancellations_by', t.byKind, ACTOR_KINDS), index('cancellations_attendee').on(t.attendeeId)],
)
