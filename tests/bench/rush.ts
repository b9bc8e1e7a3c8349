/**
 * How many registrations a second one event takes when 200 people send its form at once: `npm run bench -- rush`. Against the production server, by the form's own
 * requests, each with the key of a form it was shown; some press twice. Beside it, in turns, a bare server that does the transaction's statements alone (bench/support/bare-server.ts).
 * Answered is on disk in both. What became of it is read back from the database; the last line is JSON.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type Answer, ask, packed, percentile, type Sent } from '#tests/bench/support/client'
import setup from '#tests/e2e/support/setup'

const CLIENTS = 200
const ROUNDS = 8
const TWICE = 10
const CAPACITY = 600

execFileSync(process.execPath, ['serai.mjs', 'build'], { stdio: 'inherit' })
const stop = await setup()
try {
  const { openEvent, institution } = await import('#tests/e2e/support/person')
  const { formIn } = await import('#tests/e2e/support/form')
  const institutionId = await institution('Rush Academy')
  const event = await openEvent({ capacity: CAPACITY })
  const page = `${process.env.SERAI_URL}/e/${event.slug}/register`
  const file = path.join(process.env.SERAI_DATA ?? '', 'serai.db')
  const reader = new Database(file, { readonly: true })
  const bare = await bareServer(path.join(process.env.SERAI_DATA ?? '', 'bare.db'))

  const times: number[] = []
  const pages: number[] = []
  const spent = { cpu: 0, serai: 0, bare: 0, pages: 0 }
  for (let round = 0; round <= ROUNDS; round++) {
    const [shown, pageMs] = await timed(CLIENTS, () => ask(page))
    const forms = await Promise.all(shown.map(({ body }, i) => filled(formIn(body, 'name="email"', page), round, i)))
    const before = serverCpuMs()
    const [taken, ms] = await timed(CLIENTS + TWICE, (i) => ask(page, forms[i % CLIENTS] as Sent))
    const cpu = serverCpuMs() - before
    const [, bareMs] = await timed(CLIENTS, (i) => ask(bare.address, forms[i] as Sent))
    for (const answer of taken)
      if (!answer.location?.includes('/r/')) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`)
    // The first round wakes both.
    if (round === 0) continue
    times.push(...taken.map((answer) => answer.ms))
    pages.push(...shown.map((answer) => answer.ms))
    spent.serai += ms
    spent.cpu += cpu
    spent.bare += bareMs
    spent.pages += pageMs
  }
  bare.stop()

  const one = (sql: string) => Number(reader.prepare(sql).pluck().get(event.id))
  const count = (status: string) => one(`select count(*) from attendees where status = '${status}' and event_id = ?`)
  const seats = one('select count(*) from seats join seat_pools on seat_pools.id = seats.pool_id where event_id = ?')
  const rate = (n: number, ms: number) => Math.round((n * 1000) / ms)
  const [perSecond, barePerSecond] = [rate(times.length, spent.serai), rate(CLIENTS * ROUNDS, spent.bare)]
  console.log(
    JSON.stringify({
      name: 'rush',
      perSecond,
      barePerSecond,
      ratio: Math.round((perSecond / barePerSecond) * 1000) / 1000,
      p99: percentile(times, 0.99),
      median: percentile(times, 0.5),
      cpuMsEach: Math.round((spent.cpu / times.length) * 100) / 100,
      formsPerSecond: rate(pages.length, spent.pages),
      oversold: Math.max(0, seats - CAPACITY),
      duplicates: one('select count(*) - count(distinct email_key) from attendees where event_id = ?'),
      confirmed: count('confirmed'),
      waiting: count('waiting'),
    }),
  )
  reader.close()

  async function filled(form: FormData, round: number, i: number): Promise<Sent> {
    const typed = {
      email: `rush${round}.${i}@mail.test`,
      givenName: 'Rush',
      familyName: `Person ${round} ${i}`,
      institution: 'Rush Academy',
      countryCode: 'KG',
      typeId: event.typeIds[0] ?? '',
      privacy: '1',
    }
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    return packed(form)
  }

  async function bareServer(copy: string): Promise<{ address: string; stop: () => void }> {
    reader.prepare('vacuum into ?').run(copy)
    const poolId = reader.prepare('select id from seat_pools where event_id = ?').pluck().get(event.id)
    const env = { ...process.env, BARE_DATABASE: copy, BARE_IDS: [event.id, institutionId, poolId].join(' ') }
    const child = fork('tests/bench/support/bare-server.ts', { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const [port] = await once(child, 'message')
    return { address: `http://localhost:${port}/`, stop: () => child.disconnect() }
  }
} finally {
  await stop()
}

/** Does it `n` times at once; answers what came and how long all took. */
async function timed(n: number, work: (i: number) => Promise<Answer>): Promise<[Answer[], number]> {
  const began = performance.now()
  const all = await Promise.all(Array.from({ length: n }, (_, i) => work(i)))
  return [all, performance.now() - began]
}

/** What the server has had of the processors, in milliseconds; on Linux alone. Others on the same machine change how long things take, this not. */
function serverCpuMs(): number {
  const file = `/proc/${process.env.TEST_SERVER_PID}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
