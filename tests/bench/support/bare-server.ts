/**
 * What the machine can do at best: a plain HTTP server that takes the same form and writes the same rows into the same tables, each registration in a durable
 * transaction of its own, and nothing else: no rules, no pages, no languages. Its database is a copy of Serai's.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { newCode, newId } from '#lib/ids'

const db = new Database(process.env.BARE_DATABASE ?? '')
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = ON')
const [eventId, institutionId, poolId] = (process.env.BARE_IDS ?? '').split(' ')

const insert = (table: string, columns: string) =>
  db.prepare(`insert into ${table} (${columns}) values (${columns.replace(/\w+/g, '?')})`)
const person = insert(
  'attendees',
  'id, event_id, code, status, type_id, institution_id, country_code, email, email_key, given_name, family_name, locale, search_key, sort_key, submission_hash, registered_at, updated_at',
)
const take = db.prepare(
  'update seat_pools set taken = taken + 1 where id = ? and (capacity is null or taken < capacity) returning id',
)
const seat = insert('seats', 'id, pool_id, taken_from_id, attendee_id, taken_at')
const last = db.prepare('select max(position) from waiting_places where event_id = ?').pluck()
const wait = insert('waiting_places', 'attendee_id, event_id, position, blocked_by_id, since')
const consent = insert('consents', 'id, attendee_id, purpose, notice_id, wording, locale, given_at')
const message = insert('outbox', 'id, kind, attendee_id, status, created_at, due_at')
const audit = insert('audit_entries', 'id, at, actor_kind, verb, event_id, subject_id, after')

const register = db.transaction((form: FormData) => {
  const typed = (name: string) => String(form.get(name) ?? '')
  const [id, now, code] = [newId(), Date.now(), newCode()]
  const [email, given, family] = [typed('email'), typed('givenName'), typed('familyName')]
  const status = take.get(poolId) ? 'confirmed' : 'waiting'
  const search = [family, given, email, code].join(' | ').toLowerCase()
  const hash = createHash('sha256').update(typed('key')).digest('hex')
  const who = [typed('typeId'), institutionId, typed('countryCode'), email, email, given, family, 'en']
  person.run(id, eventId, code, status, ...who, search, `${family} ${given}`, hash, now, now)
  if (status === 'confirmed') seat.run(newId(), poolId, poolId, id, now)
  else wait.run(id, eventId, Number(last.get(eventId) ?? 0) + 1, poolId, now)
  consent.run(newId(), id, 'privacy', typed('noticeId'), 'I have read the notice.', 'en', now)
  message.run(newId(), status, id, 'queued', now, now)
  const after = JSON.stringify({ status, code, email, given, family })
  audit.run(newId(), now, 'anonymous', 'attendee.register', eventId, id, after)
  return `/r/${id}.${randomBytes(16).toString('base64url')}`
})

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => void answer())

  async function answer(): Promise<void> {
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const form = await new Response(Buffer.concat(chunks), { headers }).formData()
    response.writeHead(303, { location: register.immediate(form) }).end()
  }
})
server.listen(0, () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
