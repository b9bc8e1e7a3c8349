import type Database from 'better-sqlite3'

/** Each finds registrations, by id, of which something is missing that is written together with them, or that is there without them. */
const HALF: Record<string, string> = {
  'no audit entry': `select id from attendees a where 1 != (select count(*) from audit_entries where subject_id = a.id and verb = 'attendee.register')`,
  'no consent': `select id from attendees a where not exists (select 1 from consents where attendee_id = a.id and purpose = 'privacy')`,
  'no message': `select id from attendees a where not exists (select 1 from outbox where attendee_id = a.id and kind = a.status)`,
  'no seat': `select id from attendees a where status = 'confirmed' and (select count(*) from seats where attendee_id = a.id) !=
    (select count(*) from pool_rules where event_id = a.event_id)`,
  'a seat without a place': `select id from attendees a where status != 'confirmed' and exists (select 1 from seats where attendee_id = a.id)`,
  'no place in the queue': `select id from attendees a where (status = 'waiting') != exists (select 1 from waiting_places where attendee_id = a.id)`,
  'an audit entry of nobody': `select subject_id from audit_entries where verb = 'attendee.register' and subject_id not in (select id from attendees)`,
  'a wrong count': `select id from seat_pools p where taken != (select count(*) from seats where pool_id = p.id)`,
  'more than there are': 'select id from seat_pools where taken > capacity',
  'somebody twice': 'select min(id) from attendees group by event_id, email_key having count(*) > 1',
}

/** What is wrong in a database on which a server was killed: registrations that were acknowledged and are not there, halves, a damaged file. */
export function damage(db: Database.Database, acknowledged: readonly string[]): string[] {
  const there = new Set(db.prepare('select id from attendees').pluck().all())
  const lost = acknowledged.filter((id) => !there.has(id)).map((id) => `lost: ${id}`)
  const halves = Object.entries(HALF).flatMap(([what, sql]) =>
    db
      .prepare(sql)
      .pluck()
      .all()
      .map((id) => `${what}: ${String(id)}`),
  )
  const integrity = db.pragma('integrity_check', { simple: true })
  const foreign = db.pragma('foreign_key_check') as unknown[]
  return [
    ...lost,
    ...halves,
    ...(integrity === 'ok' ? [] : [`integrity: ${String(integrity)}`]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} dangling references`]),
  ]
}
