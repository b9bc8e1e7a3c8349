/**
 * What Lighthouse (mobile) says of the public pages: `npm run bench -- lighthouse`. The production server answers from this machine; the slow phone and its
 * network are simulated. Each page three times, the median counts; the last line is JSON.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import lighthouse from 'lighthouse'
import { findBrowser } from '#tests/e2e/support/browser'
import setup from '#tests/e2e/support/setup'

const ROUNDS = 3
const WANTED = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Record<(typeof CATEGORIES)[number], number>

execFileSync(process.execPath, ['serai.mjs', 'build'], { stdio: 'inherit' })
const stop = await setup()
const profile = mkdtempSync(path.join(tmpdir(), 'serai-lighthouse-'))
const { port, end } = await openBrowser()
try {
  const event = await publishEvent()
  const told: Record<string, Scores> = {}
  for (const [name, address] of [
    ['event', `/e/${event}`],
    ['form', `/e/${event}/register`],
    ['events', '/'],
  ] as const) {
    told[name] = await scoresOf(`${process.env.SERAI_URL}${address}`)
    console.log(name, told[name])
  }
  const lowest = Math.min(...Object.values(told).flatMap((scores) => Object.values(scores)))
  console.log(JSON.stringify({ name: 'lighthouse', ...told, lowest, ok: lowest >= WANTED }))
} finally {
  await end()
  await stop()
  rmSync(profile, { recursive: true, force: true })
}

/** An event with all that a page shows; examples are not for search engines. */
async function publishEvent(): Promise<string> {
  const [{ exampleEvent }, { createEvent }, { system }, { institutionBy }, { db }] = await Promise.all([
    import('#lib/cli/example/event'),
    import('#lib/events/mutations/create'),
    import('#lib/auth/actor'),
    import('#lib/institutions/queries/find'),
    import('#db/client'),
  ])
  const host = await institutionBy(db(), 'ror', '026t9hg14')
  const event = { ...exampleEvent(host ?? '', new Date()), isExample: false, slug: 'measured' }
  const made = await createEvent(system('bench'), event)
  if (!made.ok) throw new Error(made.reason)
  return made.value.slug
}

async function scoresOf(url: string): Promise<Scores> {
  const rounds: Scores[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] })
    if (!result) throw new Error(`Lighthouse told nothing of ${url}.`)
    const { categories, audits } = result.lhr
    rounds.push(
      Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])) as Scores,
    )
    if (process.argv.includes('--why'))
      for (const audit of Object.values(audits))
        if (audit.score !== null && audit.score < 0.9)
          console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`)
  }
  const median = (name: keyof Scores) =>
    rounds.map((scores) => scores[name]).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  return Object.fromEntries(CATEGORIES.map((name) => [name, median(name)])) as Scores
}

async function openBrowser(): Promise<{ port: number; end: () => Promise<void> }> {
  const { executablePath, args, env } = await findBrowser()
  const debugging = 20_000 + (process.pid % 10_000)
  const flags = ['--headless=new', '--no-sandbox', `--remote-debugging-port=${debugging}`, `--user-data-dir=${profile}`]
  const browser = spawn(executablePath, [...args, ...flags, 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 100; tries++) {
    const there = await fetch(`http://localhost:${debugging}/json/version`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (there) break
    await pause(100)
  }
  const end = async () => {
    browser.kill()
    await new Promise((resolve) => browser.once('exit', resolve))
  }
  return { port: debugging, end }
}
