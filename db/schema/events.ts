import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { EVENT_STATUSES, FUNDERS, LIST_VISIBILITIES, WAITING_MODES } from '#db/enums'
import { id, instant, oneOf } from '#db/schema/columns'
import { countries } from '#db/schema/countries'
import { institutions } from '#db/schema/institutions'

export const events = sqliteTable(
  'events',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    status: text('status', { enum: EVENT_STATUSES }).notNull(),
    /** First and last day, `YYYY-MM-DD`, in the event's own time zone. */
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    /** When it begins on the first day and ends on the last, `HH:MM` by the clock of its own time zone; both or neither. Without them it is whole days. */
    startTime: text('start_time'),
    endTime: text('end_time'),
    /** IANA name. */
    timeZone: text('time_zone').notNull(),
    /** Registration is open from `opensAt` (inclusive) to `closesAt` (exclusive); null is no bound. */
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** The language whose texts stand in where the reader's are missing. */
    defaultLocale: text('default_locale').notNull(),
    countryCode: text('country_code').references(() => countries.code),
    hostId: text('host_id').references(() => institutions.id),
    contactEmail: text('contact_email').notNull().default(''),
    funder: text('funder', { enum: FUNDERS }),
    programme: text('programme').notNull().default(''),
    projectNumber: text('project_number').notNull().default(''),
    /** New registrations wait for an organizer's decision. */
    approval: integer('approval', { mode: 'boolean' }).notNull().default(false),
    /** Whoever waits for a decision holds a seat meanwhile. */
    pendingHolds: integer('pending_holds', { mode: 'boolean' }).notNull().default(false),
    waitingMode: text('waiting_mode', { enum: WAITING_MODES }).notNull().default('automatic'),
    /** How many hours an offered place is held. */
    offerHours: integer('offer_hours').notNull().default(48),
    /** More people who wait can have a place than could move up at once: the clock goes on, and whoever comes meanwhile stands behind them. */
    promotionOwed: integer('promotion_owed', { mode: 'boolean' }).notNull().default(false),
    /** From this moment on participants change nothing themselves; null is no bound. */
    freezesAt: instant('freezes_at'),
    /** Within how many hours the e-mail address is to be confirmed, or the place goes back; null asks nobody. */
    confirmHours: integer('confirm_hours'),
    /** Shown to confirmed people only. */
    onlineUrl: text('online_url').notNull().default(''),
    /** The cover that was uploaded; null is the drawn one. No reference: a file belongs to its event, which would make a circle. */
    coverId: text('cover_id'),
    /** The event's own accent, `#rrggbb`; empty is Serai's. */
    accent: text('accent').notNull().default(''),
    listVisibility: text('list_visibility', { enum: LIST_VISIBILITIES }).notNull().default('nobody'),
    /** Counts changes, so that two organizers do not overwrite one another. */
    revision: integer('revision').notNull().default(1),
    /** Example data: shown as such, and removable in one act. */
    isExample: integer('is_example', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    oneOf('events_status', t.status, EVENT_STATUSES),
    oneOf('events_waiting_mode', t.waitingMode, WAITING_MODES),
    oneOf('events_funder', t.funder, FUNDERS),
    oneOf('events_list_visibility', t.listVisibility, LIST_VISIBILITIES),
    index('events_status_starts').on(t.status, t.startsOn),
  ],
)

/** What an event says, one row a language. `about`, `outline` and `practical` are Markdown. */
export const eventTexts = sqliteTable(
  'event_texts',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    title: text('title').notNull(),
    subtitle: text('subtitle').notNull().default(''),
    city: text('city').notNull().default(''),
    venue: text('venue').notNull().default(''),
    /** Street and number, as on an envelope. */
    address: text('address').notNull().default(''),
    lead: text('lead').notNull().default(''),
    about: text('about').notNull().default(''),
    /** The outline of the programme, day by day. */
    outline: text('outline').notNull().default(''),
    practical: text('practical').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.locale] })],
)

/** Who organizes the event beside its host, in the order they are named. */
export const eventPartners = sqliteTable(
  'event_partners',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.institutionId] })],
)

/** In what capacity people come: faculty, researcher, policymaker… */
export const attendeeTypes = sqliteTable(
  'attendee_types',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** No longer offered; whoever came in this capacity keeps it. */
    archivedAt: instant('archived_at'),
  },
  (t) => [index('attendee_types_order').on(t.eventId, t.position)],
)

export const attendeeTypeTexts = sqliteTable(
  'attendee_type_texts',
  {
    typeId: text('type_id')
      .notNull()
      .references(() => attendeeTypes.id, { onDelete: 'cascade' }),
    locale: text('locale').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.typeId, t.locale] })],
)

/** A privacy notice as people were shown it. Never edited: a new wording is a new version. */
export const notices = sqliteTable(
  'notices',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    locale: text('locale').notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('notices_version').on(t.eventId, t.version, t.locale)],
)
