import { type AnySQLiteColumn, index, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import {
  IDENTIFIER_SCHEMES,
  INSTITUTION_NAME_KINDS,
  INSTITUTION_STATUSES,
  OVERRIDE_FIELDS,
  REGISTRY_SOURCES,
} from '#db/enums'
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
    /** What the search looks through: every folded name between bars, of those merged into it too, then city and domains. */
    searchKey: text('search_key').notNull().default(''),
    city: text('city').notNull().default(''),
    countryCode: text('country_code').references(() => countries.code),
    status: text('status', { enum: INSTITUTION_STATUSES }).notNull(),
    source: text('source', { enum: REGISTRY_SOURCES }).notNull().default('curated'),
    /**
     * Folded name and country of a proposed institution: the same proposal twice is one institution,
     * so that "mine is not listed" is no way around a limit. Kept when it is confirmed or merged.
     */
    proposalKey: text('proposal_key').unique(),
    /** The institution that stands for this one since they were merged; never itself a merged one. `institution_merges` tells how it came. */
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => institutions.id),
    /** Digest of the register's record as it was last read: the same again changes nothing. */
    recordHash: text('record_hash'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    oneOf('institutions_status', t.status, INSTITUTION_STATUSES),
    oneOf('institutions_source', t.source, REGISTRY_SOURCES),
    index('institutions_country').on(t.countryCode),
    index('institutions_sort').on(t.sortKey),
    index('institutions_by_status').on(t.status, t.sortKey),
    index('institutions_merged').on(t.mergedIntoId),
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
    source: text('source', { enum: REGISTRY_SOURCES }).notNull().default('curated'),
  },
  (t) => [
    oneOf('institution_names_kind', t.kind, INSTITUTION_NAME_KINDS),
    oneOf('institution_names_source', t.source, REGISTRY_SOURCES),
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
    source: text('source', { enum: REGISTRY_SOURCES }).notNull().default('curated'),
  },
  (t) => [
    oneOf('institution_identifiers_scheme', t.scheme, IDENTIFIER_SCHEMES),
    oneOf('institution_identifiers_source', t.source, REGISTRY_SOURCES),
    unique('institution_identifiers_value').on(t.scheme, t.value),
    index('institution_identifiers_of').on(t.institutionId, t.scheme),
  ],
)

/** What staff decided, with who and when; imports leave it alone. `value` names the dropped name or `scheme:value`, else it is empty. */
export const institutionOverrides = sqliteTable(
  'institution_overrides',
  {
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id, { onDelete: 'cascade' }),
    field: text('field', { enum: OVERRIDE_FIELDS }).notNull(),
    value: text('value').notNull().default(''),
    at: instant('at').notNull(),
    byId: text('by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.field, t.value] }),
    oneOf('institution_overrides_field', t.field, OVERRIDE_FIELDS),
  ],
)
