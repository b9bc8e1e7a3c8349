/**
 * How a conference of 200 pools and 5,000 waiting moves 1,000 up when its capacity is raised on the running server, and how long pages take meanwhile; and how long a
 * new limit for an event of 10,000 takes: `npm run bench -- promotion`. One reader asks for the event's page all the time, in milliseconds; the last line is JSON.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { ask, packed, percentile } from '#tests/bench/support/client'
import setup from '#tests/e2e/support/setup'

const [WAITING, MORE, INSTITUTIONS, SEATED] = [5000, 1000, 197, 10_000]

execFileSync(process.execPath, ['serai.mjs', 'build'], { stdio: 'inherit' })
const stop = await setup()
try {
  const { openEvent, institution, TEST } = await import('#tests/e2e/support/person')
  const { deskCookies } = await import('#tests/e2e/support/session')
  const { formOf } = await import('#tests/e2e/support/form')
  const { addLimit } = await import('#lib/attendees/mutations/limits')
  const { diagnose } = await import('#lib/attendees/queries/diagnosis')
  const { crowd } = await import('#tests/bench/support/crowd')
  const { transaction } = await import('#db/client')
  const { seatPools } = await import('#db/schema/seats')
  const base = process.env.SERAI_URL ?? ''
  const reader = new Database(path.join(process.env.SERAI_DATA ?? '', 'serai.db'), { readonly: true })
  const institutions: string[] = []
  for (let i = 0; i < INSTITUTIONS; i++) institutions.push(await institution(`Measured Academy ${i}`))

  const event = await openEvent({ capacity: 0 })
  // A third of the institutions are full already: their people wait on.
  await addLimit(TEST, event.id, { subject: 'institution', subjectIds: [], capacity: 1000 })
  for (const typeId of event.typeIds)
    await addLimit(TEST, event.id, { subject: 'type', subjectIds: [typeId], capacity: WAITING })
  await crowd(event, institutions, WAITING, 'waiting')
  await transaction(async (tx) => {
    const pools = tx.select({ id: seatPools.id, key: seatPools.key }).from(seatPools)
    const own = (await pools.where(eq(seatPools.eventId, event.id))).filter(({ key }) =>
      institutions.some((id) => key.endsWith(`:${id}`)),
    )
    for (const { id } of own.slice(0, INSTITUTIONS / 3))
      await tx.update(seatPools).set({ capacity: 0 }).where(eq(seatPools.id, id))
  })
  const pools = Number(reader.prepare('select count(*) from seat_pools where event_id = ?').pluck().get(event.id))
  const page = `${base}/e/${event.slug}`
  const cookies = await deskCookies(base, 'measures@desk.test', [event])
  const setupPage = `${base}/desk/${event.slug}/setup/registration`
  const form = await formOf(setupPage, 'name="capacity"', cookies)
  form.set('capacity', String(MORE))
  const sent = await packed(form)
  await whilePagesAreAsked(page, () => pause(1000))

  const idle = await whilePagesAreAsked(page, () => pause(5000))
  const moved = () =>
    Number(
      reader
        .prepare("select count(*) from attendees where event_id = ? and status = 'confirmed'")
        .pluck()
        .get(event.id),
    )
  const rising = await whilePagesAreAsked(page, async () => {
    const began = performance.now()
    const answered = ask(setupPage, sent, cookies)
    while (moved() < MORE && performance.now() - began < 60_000) await pause(10)
    const ms = performance.now() - began
    if ((await answered).status !== 303) throw new Error(`Answered ${(await answered).status}`)
    return ms
  })
  const wrong = (await diagnose()).filter((finding) => finding.event === event.slug)
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 5)))

  // A new limit seats everybody anew, in one transaction: pages wait as long as it takes.
  const large = await openEvent({ capacity: null })
  await crowd(large, institutions, SEATED, 'confirmed')
  const limits = `${base}/desk/${large.slug}/setup/limits`
  const cookie = await deskCookies(base, 'measures@desk.test', [large])
  const limit = await formOf(limits, 'name="whom"', cookie)
  limit.set('whom', 'institution:')
  limit.set('places', '100')
  const limiting = await whilePagesAreAsked(`${base}/e/${large.slug}`, async () => {
    const began = performance.now()
    const answer = await ask(limits, await packed(limit), cookie)
    if (answer.status !== 303) throw new Error(`Answered ${answer.status}: ${answer.body.slice(0, 500)}`)
    return performance.now() - began
  })
  const promoted = moved()
  reader.close()
  console.log(
    JSON.stringify({
      name: 'promotion',
      pools,
      promoted,
      seconds: Math.round(rising.value / 10) / 100,
      longestPageMs: percentile(rising.pages, 1),
      p99: percentile(rising.pages, 0.99),
      p99Idle: percentile(idle.pages, 0.99),
      medianIdle: percentile(idle.pages, 0.5),
      limitSeconds: Math.round(limiting.value / 10) / 100,
      longestPageWhileLimitMs: percentile(limiting.pages, 1),
    }),
  )
} finally {
  await stop()
}

async function whilePagesAreAsked<Value>(page: string, work: () => Promise<Value>) {
  const pages: number[] = []
  let running = true
  const asking = (async () => {
    while (running) {
      const answer = await ask(page)
      if (answer.status !== 200) throw new Error(`The page answered ${answer.status}`)
      pages.push(answer.ms)
    }
  })()
  const value = await work()
  running = false
  await asking
  return { value, pages }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
