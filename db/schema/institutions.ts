import { index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { IDENTIFIER_SCHEMES, INSTITUTION_NAME_KINDS, INSTITUTION_STATUSES } from '#db/enums'
import { id, instant, oneOf } from '#db/schema/columns'
import { countries } from '#db/schema/countries'

export const institutions = sqliteTable(
  'institutions',
  {
    id: id(),
    /** The name printed where no better one fits the reader's language. */
    name: text('name').notNull(),
    /** Folded name with a tie-break, for ordering. */
    sortKey: text('sort_key').notNull(),
    city: text('city').notNull().default(''),
    countryCode: text('country_code').references(() => countries.code),
    status: text('status', { enum: INSTITUTION_STATUSES }).notNull(),
    /**
     * Folded name and country of a proposed institution: the same proposal twice is one institution,
     * so that "mine is not listed" is no way around a limit. Null once it is confirmed.
     */
    proposalKey: text('proposal_key').unique(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    oneOf('institutions_status', t.status, INSTITUTION_STATUSES),
    index('institutions_country').on(t.countryCode),
    index('institutions_sort').on(t.sortKey),
  ],
)

export const institutionNames = sqliteTable(
  'institution_names',
  {
    id: id(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    /** BCP 47, or null where it is not known (most acronyms). */
    language: text('language'),
    kind: text('kind', { enum: INSTITUTION_NAME_KINDS }).notNull(),
  },
  (t) => [
    oneOf('institution_names_kind', t.kind, INSTITUTION_NAME_KINDS),
    unique('institution_names_once').on(t.institutionId, t.name, t.kind),
    index('institution_names_folded').on(t.folded),
  ],
)

export const institutionIdentifiers = sqliteTable(
  'institution_identifiers',
  {
    id: id(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id, { onDelete: 'cascade' }),
    scheme: text('scheme', { enum: IDENTIFIER_SCHEMES }).notNull(),
    value: text('value').notNull(),
  },
  (t) => [
    oneOf('institution_identifiers_scheme', t.scheme, IDENTIFIER_SCHEMES),
    unique('institution_identifiers_value').on(t.scheme, t.value),
    index('institution_identifiers_institution').on(t.institutionId),
  ],
)
