import type Database from 'better-sqlite3'

/**
 * SQLite's full-text indexes over the registry, both over each institution's `search_key` with its country as a word of its own: `institution_words`
 * finds words by their beginnings, which is how people type; `institution_trigrams` finds any three letters in a row. Triggers keep them; merged
 * institutions are left out, since the one they were merged into carries their names. Made after every migration, because rebuilding a table drops its triggers.
 */
export function ensureSearch(db: Database.Database): void {
  if (!db.prepare("select 1 from sqlite_master where name = 'institutions'").get()) return
  const there = db.prepare("select 1 from sqlite_master where name = 'institution_words'").get()
  if (!there) db.exec(FORMER)
  db.exec(`
    create table if not exists institution_search_rows (id integer primary key, institution_id text not null unique);
    create virtual table if not exists institution_words
      using fts5(key, country, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3 4 5 6 7 8 9 10');
    create virtual table if not exists institution_trigrams
      using fts5(key, country, content='', contentless_delete=1, tokenize='trigram');
    create trigger if not exists institution_search_insert after insert on institutions begin ${ADD} end;
    create trigger if not exists institution_search_delete after delete on institutions begin ${DROP} end;
    create trigger if not exists institution_search_update
      after update of search_key, country_code, merged_into_id on institutions
      when old.search_key is not new.search_key or old.country_code is not new.country_code
        or old.merged_into_id is not new.merged_into_id
      begin ${DROP} ${ADD} end;
  `)
  if (!there)
    db.exec(`
      insert into institution_search_rows (institution_id)
        select id from institutions where search_key <> '' and merged_into_id is null;
      ${INDEXES.map(
        (index) => `insert into ${index} (rowid, key, country)
          select row.id, search_key, 'country' || lower(country_code)
          from institution_search_rows as row join institutions on institutions.id = row.institution_id;`,
      ).join('\n')}
    `)
}

const INDEXES = ['institution_words', 'institution_trigrams']

/** What a version with one index left. */
const FORMER = `
  drop trigger if exists institution_search_insert;
  drop trigger if exists institution_search_delete;
  drop trigger if exists institution_search_update;
  drop table if exists institution_search;
  drop table if exists institution_search_rows;`

const ADD = `
  insert into institution_search_rows (institution_id)
    select new.id where new.search_key <> '' and new.merged_into_id is null;
  ${INDEXES.map(
    (index) => `insert into ${index} (rowid, key, country)
      select id, new.search_key, 'country' || lower(new.country_code)
      from institution_search_rows where institution_id = new.id;`,
  ).join('\n')}`
const DROP = `
  ${INDEXES.map(
    (index) => `delete from ${index}
      where rowid = (select id from institution_search_rows where institution_id = old.id);`,
  ).join('\n')}
  delete from institution_search_rows where institution_id = old.id;`
