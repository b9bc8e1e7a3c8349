/**
 * How long a search in the registry takes at 5,000 and at 130,000 institutions (what ROR holds): `npm run bench -- institutions`.
 * The small registry is a part of the starter registry; the large one holds all of it and copies with other places. Both are asked the same things in
 * turns, as somebody types them, letter by letter; the last line is JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, disconnect, transaction } from '#db/client'
import type { Engine } from '#db/engines/engine'
import { open, openSqlite } from '#db/engines/sqlite'
import { migrateSqlite, migrationsFor } from '#db/migrate'
import { progressBar } from '#lib/cli/progress'
import { curatedEntries, worldEntries } from '#lib/cli/starter/read'
import { ensureCountries } from '#lib/countries/mutations'
import { addInstitutions } from '#lib/institutions/mutations/add'
import { findInstitutions } from '#lib/institutions/queries/find'
import type { Entry } from '#lib/institutions/schema/entry'

const SMALL = 5000
const LARGE = 130_000
const ROUNDS = 3

const folder = mkdtempSync(path.join(tmpdir(), 'serai-bench-'))
const curated = curatedEntries()
const world = worldEntries()
const common = [...curated, ...world.filter((_, i) => i % Math.ceil(world.length / SMALL) === 0)].slice(0, SMALL)

try {
  const small = await registry('small', common)
  const large = await registry('large', [...common, ...copies(LARGE - common.length)])
  const asked = queries()
  const times = { small: [] as number[], large: [] as number[] }
  for (const engine of [small, large]) await ask(engine, asked.slice(0, 200))
  for (let round = 0; round < ROUNDS; round++)
    for (const query of asked) {
      times.small.push(...(await ask(small, [query])))
      times.large.push(...(await ask(large, [query])))
    }
  const told = { small: figures(times.small), large: figures(times.large) }
  console.log(
    `${SMALL} institutions:   median ${told.small.median} ms, p95 ${told.small.p95} ms, p99 ${told.small.p99} ms`,
  )
  console.log(
    `${LARGE} institutions: median ${told.large.median} ms, p95 ${told.large.p95} ms, p99 ${told.large.p99} ms`,
  )
  const ratio = Number((told.large.p95 / told.small.p95).toFixed(2))
  console.log(JSON.stringify({ name: 'institutions', queries: asked.length, ...told, ratio }))
  await small.close()
} finally {
  await disconnect()
  rmSync(folder, { recursive: true, force: true })
}

async function registry(name: string, entries: readonly Entry[]): Promise<Engine> {
  const file = path.join(folder, `${name}.db`)
  const writer = open(file)
  migrateSqlite(writer, migrationsFor('sqlite'))
  writer.close()
  const engine = openSqlite(file)
  connect(engine)
  await transaction(ensureCountries)
  const bar = progressBar(`${name} registry`)
  for (let i = 0; i < entries.length; i += 500) {
    const batch = entries.slice(i, i + 500).map((entry) => ({ entry, source: 'domains' as const }))
    await transaction((tx) => addInstitutions(tx, batch, new Date()))
    bar.show(i / entries.length)
  }
  bar.end()
  return engine
}

/** Institutions of the world once more, in places that do not exist: three names each, as ROR has. */
function copies(n: number): Entry[] {
  const made: Entry[] = []
  for (let i = 0; made.length < n; i++) {
    const like = world[i % world.length] as Entry
    const place = madeUp(i)
    made.push({
      name: `${like.name} ${place}`,
      city: place,
      country: like.country,
      names: [
        { name: `${place} ${like.name}`, kind: 'alias', language: null },
        { name: `${place.slice(0, 2)}${like.name.replace(/[^A-ZА-Я]/g, '')}`, kind: 'acronym', language: null },
      ],
      identifiers: [],
    })
  }
  return made
}

function madeUp(seed: number): string {
  const syllables = [
    'ba',
    'do',
    'ken',
    'lar',
    'mi',
    'no',
    'per',
    'ru',
    'sta',
    'ti',
    'vel',
    'zo',
    'gra',
    'chi',
    'un',
    'ak',
  ]
  let word = ''
  for (let rest = seed * 7919 + 1; word.length < 9; rest = Math.floor(rest / 3) + 5)
    word += syllables[rest % syllables.length]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

type Query = { text: string; countryCode: string | undefined }

/** What is asked while people type: names in every script that the small registry holds, from the second letter on, half of them with a country. */
function queries(): Query[] {
  const texts: Query[] = []
  const named = [...curated.filter((_, i) => i % 12 === 0), ...common.filter((_, i) => i % 120 === 7)]
  for (const [i, entry] of named.entries()) {
    const names = [entry.name, ...entry.names.map(({ name }) => name)]
    const name = names[i % names.length] as string
    for (const length of [2, 3, 4, 6, 9, 14, 20, name.length])
      if (length <= name.length)
        texts.push({ text: name.slice(0, length), countryCode: i % 2 ? (entry.country ?? undefined) : undefined })
  }
  return texts
}

async function ask(engine: Engine, asked: readonly Query[]): Promise<number[]> {
  connect(engine)
  const times: number[] = []
  for (const { text, countryCode } of asked) {
    const began = performance.now()
    await findInstitutions(text, { locale: 'en', countryCode })
    times.push(performance.now() - began)
  }
  return times
}

function figures(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2))
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) }
}
