import type Database from 'better-sqlite3'

/**
 * SQLite's full-text index over the registry: trigrams of each institution's `search_key`, so that any three letters in a row find it, and
 * its country as a word of its own (`cc:kg`). Triggers keep it; merged institutions are left out, since the one they were merged into carries their names.
 * Made after every migration, because rebuilding a table drops its triggers.
 */
export function ensureSearch(db: Database.Database): void {
  if (!db.prepare("select 1 from sqlite_master where name = 'institutions'").get()) return
  const there = db.prepare("select 1 from sqlite_master where name = 'institution_search'").get()
  db.exec(`
    create table if not exists institution_search_rows (id integer primary key, institution_id text not null unique);
    create virtual table if not exists institution_search
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
      insert into institution_search (rowid, key, country)
        select row.id, search_key, 'cc:' || lower(country_code)
        from institution_search_rows as row join institutions on institutions.id = row.institution_id;
    `)
}

const ADD = `
  insert into institution_search_rows (institution_id)
    select new.id where new.search_key <> '' and new.merged_into_id is null;
  insert into institution_search (rowid, key, country)
    select id, new.search_key, 'cc:' || lower(new.country_code)
    from institution_search_rows where institution_id = new.id;`
const DROP = `
  delete from institution_search
    where rowid = (select id from institution_search_rows where institution_id = old.id);
  delete from institution_search_rows where institution_id = old.id;`
