import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '#db/enums'
import { instant, oneOf } from '#db/schema/columns'
import { events } from '#db/schema/events'

// The four tables and their property names are what @auth/drizzle-adapter expects.
export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name'),
  /** Normalised, lower case. */
  email: text('email').notNull().unique(),
  emailVerified: instant('email_verified'),
  image: text('image'),
})

export const accounts = sqliteTable(
  'accounts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** Hash of the cookie's value: a copy of the database opens no session. */
    sessionToken: text('session_token').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: instant('expires').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

export const verificationTokens = sqliteTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    /** Hash of the token in the link. */
    token: text('token').notNull(),
    expires: instant('expires').notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** Administrators of the instance. */
export const admins = sqliteTable('admins', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  since: instant('since').notNull(),
})

/** Who works on an event, and as what. */
export const memberships = sqliteTable(
  'memberships',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.eventId] }),
    oneOf('memberships_role', t.role, ROLES),
    index('memberships_event').on(t.eventId),
  ],
)
