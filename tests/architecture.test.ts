import { describe, expect, test } from 'vitest'
import { readSources, type Source, source } from '#tests/setup/source'

/** The house, as ARCHITECTURE.md describes it, kept by reading the import lines. Each rule has a control that it complains of. */
const CAPABILITIES = ['audit', 'outbox', 'files', 'i18n', 'mail', 'auth']
const NOUNS = [
  ...['countries', 'institutions', 'events', 'forms', 'seats', 'attendees'],
  ...['invitations', 'groups', 'imports', 'messages', 'documents', 'rosters', 'team'],
]
const ROOMS = ['cli', 'workers', 'server']
const VERBS = ['schema', 'policy', 'queries', 'mutations', 'actions']
const ROOT_FILES = ['env', 'errors', 'fold', 'format', 'ids', 'input', 'limits', 'log', 'markdown']

type Rule = (sources: Source[]) => string[]

const everyFile =
  (complain: (file: Source) => string[]): Rule =>
  (sources) =>
    sources.flatMap((file) => complain(file).map((text) => `${file.path} ${text}`))

const placeInLib = (path: string) => /^lib\/([^/]+)\/([^/.]+)/.exec(path)?.slice(1) ?? []

const closedList = everyFile(({ path }) => {
  const [room = '', verb = ''] = placeInLib(path)
  if (/^lib\/[^/]+$/.test(path)) {
    const known = ROOT_FILES.some((name) => path === `lib/${name}.ts`)
    return known ? [] : ['is none of the files that stand directly in lib/']
  }
  if (NOUNS.includes(room)) return VERBS.includes(verb) ? [] : [`: a noun has only ${VERBS.join(', ')}`]
  const known = [...CAPABILITIES, ...ROOMS, 'ornament'].includes(room) || !path.startsWith('lib/')
  return known ? [] : [`: ${room} is neither a noun, a capability nor a room`]
})

const DATABASE = /^(drizzle-orm|better-sqlite3|@electric-sql\/pglite|db\/(?!enums|errors))/
const sqlInItsPlace = everyFile(({ path, imports }) => {
  const [room = '', verb = ''] = placeInLib(path)
  const place = path.startsWith('db/') || ['queries', 'mutations'].includes(verb) || path === 'lib/auth/adapter.ts'
  // The command line and the workers open and close the database; they ask it nothing themselves.
  const opens = ROOMS.includes(room) ? /^db\/(client|migrate|engines\/.*)$/ : /^$/
  if (place) return []
  return imports
    .filter(({ to, type }) => !type && DATABASE.test(to) && !opens.test(to))
    .map(({ to }) => `imports ${to}`)
})

const SERVER_ONLY =
  /^(server-only$|db\/(?!enums)|lib\/[^/]+\/(queries|mutations)|lib\/(env|log|limits)$|next\/headers$|next-intl\/server$)/
const nothingOfTheServerInTheBrowser: Rule = (sources) => {
  const byPath = new Map(sources.map((file) => [file.path.replace(/\.tsx?$/, ''), file]))
  return sources.filter((file) => file.directives.includes('use client')).flatMap((file) => reach(file, [file.path]))

  function reach(file: Source, way: string[]): string[] {
    return file.imports.flatMap(({ to, type }) => {
      if (type || way.includes(to)) return []
      if (SERVER_ONLY.test(to)) return [`${[...way, to].join(' → ')}: a client component reaches the server`]
      const next = byPath.get(to)
      return next && !next.directives.includes('use server') ? reach(next, [...way, to]) : []
    })
  }
}

const rank = (room: string | undefined) =>
  room === undefined ? -2 : CAPABILITIES.includes(room) ? -1 : NOUNS.indexOf(room)
const importsOnlyWhatStandsBefore = everyFile(({ path, imports }) => {
  if (!path.startsWith('lib/') || ROOMS.includes(placeInLib(path)[0] ?? '')) return []
  const room = placeInLib(path)[0]
  return imports
    .filter(({ to }) => to.startsWith('lib/') && !to.startsWith('lib/i18n/'))
    .filter(({ to }) => ROOMS.includes(placeInLib(to)[0] ?? '') || rank(placeInLib(to)[0]) > rank(room))
    .map(({ to }) => `imports ${to}, which stands above it`)
})

const nothingImportsApp = everyFile(({ path, imports }) =>
  imports.filter(({ to }) => to.startsWith('app/') && !path.startsWith('app/')).map(({ to }) => `imports ${to}`),
)

const lowerFloorsKnowNothingOfUpperOnes = everyFile(({ path, imports }) => {
  const above = path.startsWith('db/') ? /^(components|lib\/[^/]+\/(queries|mutations|actions))/ : /^components\//
  return imports
    .filter(({ to }) => !/^(app|components)\//.test(path) && above.test(to))
    .map(({ to }) => `imports ${to}`)
})

const primitivesKnowNoNoun = everyFile(({ path, imports }) => {
  const noun = new RegExp(`^(lib/(${NOUNS.join('|')})/|components/(?!(ui|ornament|frame)/))`)
  return imports.filter(({ to }) => path.startsWith('components/ui/') && noun.test(to)).map(({ to }) => `imports ${to}`)
})

const noBarrels = everyFile(({ path, program }) => {
  const again = (node: { type: string }) =>
    node.type === 'ExportAllDeclaration' ||
    ('source' in node && !!node.source && node.type === 'ExportNamedDeclaration')
  const all = program.body.some((node) => node.type === 'ExportAllDeclaration')
  const only =
    program.body.length > 0 &&
    program.body.every((node) => again(node) || node.type === 'ImportDeclaration') &&
    program.body.some(again)
  return all || only || /\/index\.tsx?$/.test(path) ? ['is a barrel'] : []
})

const importsAreWrittenOneWay = everyFile(({ imports }) =>
  imports.flatMap(({ written }) => [
    ...(written.startsWith('../') ? [`leaves its folder with ${written}: begin with #`] : []),
    ...(/^#.*\.tsx?$/.test(written) ? [`names the ending in ${written}`] : []),
  ]),
)

const actionsAreActions = everyFile(({ path, text, directives }) => {
  const place = placeInLib(path)[1] === 'actions'
  const atHead = directives.includes('use server')
  if (place !== atHead) return [place ? "lacks 'use server'" : 'is open to the world: it belongs into actions']
  return /^\s+['"]use server['"]/m.test(text) ? ['opens a function to the world'] : []
})

const shortPages = everyFile(({ path, lines }) =>
  /^app\/.*(page|layout)\.tsx$/.test(path) && lines > 80 ? [`has ${lines} lines`] : [],
)
const shortFiles = everyFile(({ lines }) => (lines > 300 ? [`has ${lines} lines`] : []))

type Example = [path: string, text: string][]
const cases: [what: string, rule: Rule, ...wrong: Example[]][] = [
  [
    'lib has closed lists of nouns and files',
    closedList,
    [['lib/seats/helpers.ts', '']],
    [['lib/utils/text.ts', '']],
    [['lib/misc.ts', '']],
  ],
  [
    'SQL and tables are known to db, queries and mutations',
    sqlInItsPlace,
    [['app/page.tsx', "import { eq } from 'drizzle-orm'"]],
    [['lib/seats/policy.ts', "import { seats } from '#db/schema/seats'"]],
    [['lib/cli/main.ts', "import { seats } from '#db/schema/seats'"]],
  ],
  [
    'nothing of the server reaches the browser, not even by a detour',
    nothingOfTheServerInTheBrowser,
    [['components/ui/a.tsx', "'use client'\nimport { a } from '#lib/events/queries/event'"]],
    [
      ['components/ui/a.tsx', "'use client'\nimport { b } from '#components/ui/b'"],
      ['components/ui/b.tsx', "import { db } from '#db/client'"],
    ],
  ],
  [
    'a noun imports only what stands before it',
    importsOnlyWhatStandsBefore,
    [['lib/events/queries.ts', "import { a } from '#lib/attendees/policy'"]],
    [['lib/auth/link.ts', "import { a } from '#lib/events/policy'"]],
    [['lib/team/queries.ts', "import { a } from '#lib/cli/main'"]],
    [['lib/input.ts', "import { a } from '#lib/auth/actor'"]],
  ],
  ['nothing imports app', nothingImportsApp, [['components/ui/a.tsx', "import '#app/page.tsx'"]]],
  [
    'lower floors know nothing of upper ones',
    lowerFloorsKnowNothingOfUpperOnes,
    [['lib/events/policy.ts', "import { A } from '#components/ui/a'"]],
    [['db/client.ts', "import { a } from '#lib/events/mutations/create'"]],
  ],
  [
    'a primitive knows no noun',
    primitivesKnowNoNoun,
    [['components/ui/a.tsx', "import { a } from '#lib/events/policy'"]],
    [['components/ui/a.tsx', "import { A } from '#components/event/a'"]],
  ],
  [
    'there are no barrels',
    noBarrels,
    [['components/ui/a.ts', "export * from '#lib/ids'\nexport const a = 1"]],
    [['components/ui/a.ts', "export { id } from '#lib/ids'"]],
    [['lib/events/queries/index.ts', 'export const a = 1']],
  ],
  [
    'imports are written one way',
    importsAreWrittenOneWay,
    [['lib/events/queries.ts', "import { a } from '../seats/policy'"]],
    [['lib/events/queries.ts', "import { a } from '#lib/ids.ts'"]],
  ],
  [
    'what is open to the world stands in actions, and nowhere else',
    actionsAreActions,
    [['lib/events/mutations.ts', "'use server'\nexport async function a() {}"]],
    [['lib/events/actions.ts', 'export async function a() {}']],
    [['app/page.tsx', "async function a() {\n  'use server'\n}"]],
  ],
  ['pages are outlines', shortPages, [['app/page.tsx', 'a()\n'.repeat(81)]]],
  ['files are short', shortFiles, [['lib/events/queries.ts', 'a()\n'.repeat(301)]]],
]

const sources = readSources()

describe.each(cases)('%s', (_, rule, ...wrong) => {
  test('everywhere', () => expect(rule(sources)).toEqual([]))
  test.each(wrong)('control: %s is complained of', (...files) => {
    expect(rule(files.map(([path, text]) => source(path, text)))).toHaveLength(1)
  })
})

test('the files were found', () => expect(sources.length).toBeGreaterThan(100))
