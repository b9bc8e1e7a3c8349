// The launcher: one plain file that runs under any Node from 20 on and needs nothing installed. It installs the locked
// packages when they are missing, goes on under the Node among them, and runs what was asked for.
import { spawn } from 'node:child_process'
import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const node = path.join(root, 'node_modules/node/bin/node')
const NEXT = path.join(root, 'node_modules/next/dist/bin/next')
const bin = (name) => path.join(root, 'node_modules/.bin', name)
const SETTINGS = /^(PORT|DATABASE_URL|SMTP_URL|AUTH_.*|SERAI_(?!CHROMIUM$|DIST$).*)$/
const server = [
  '--conditions=react-server',
  '--import=./lib/server/quick-imports.ts',
  // Node's own taking out of types (lib/server/enhance.ts) is still called experimental.
  '--disable-warning=ExperimentalWarning',
]
const [command = 'start', ...args] = process.argv.slice(2)
const commands = {
  ...{ start, dev, build: buildIfStale, test: () => test(), 'test:visual': picture, check, verify, bench },
  'test:long': () => test({ SERAI_LONG: '1' }),
  cli: handOver(node, ...server, 'lib/cli/main.ts'),
  format: handOver(bin('biome'), 'check', '--write', '.'),
  'db:generate': handOver(node, ...server, 'db/generate.ts'),
}

process.chdir(root)
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Serai needs Node 20 or newer; this is ${process.version}.`)
if (!Object.hasOwn(commands, command)) fail(`Unknown: ${command}. There are: ${Object.keys(commands).join(', ')}.`)

const running = new Set()
let stopped = 0
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
// Gone is the launcher that installed us: so are we.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

await install()
if (fs.realpathSync(process.execPath) === fs.realpathSync(node)) {
  prepareEnvironment()
  await commands[command]()
} else {
  leave(await run(node, ['serai.mjs', command, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }))
}

/** Installs, builds, prepares the database, and becomes the server. */
async function start() {
  process.env.NODE_ENV = 'production'
  await checkConfiguration()
  await buildIfStale()
  await serve()
}

async function dev() {
  process.env.NODE_ENV = 'development'
  await checkConfiguration()
  await serve()
}

/** Every test: the ones without a browser first, then those in a browser against a production build. With SERAI_LONG some do more of the same. */
async function test(more = {}) {
  // The tests have settings of their own, and must not find the way to a real database or mail server.
  for (const name of Object.keys(process.env)) if (SETTINGS.test(name)) delete process.env[name]
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'serai-test-'))
  const reports = { vitest: path.join(folder, 'vitest.json'), playwright: path.join(folder, 'playwright.json') }
  const words = args.filter((word) => !word.startsWith('-'))
  const picks = (pattern) =>
    words.length === 0 || fs.globSync(pattern).some((file) => words.some((word) => file.includes(word.split(':')[0])))
  const sums = { passed: 0, failed: 0 }
  if (picks('tests/**/*.test.ts')) {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`]
    const code = await run(bin('vitest'), ['run', '--passWithNoTests', ...reporters, ...args], {
      env: { NODE_ENV: 'test', ...more },
    })
    count(sums, code, reports.vitest, (report) => ({
      passed: report.numPassedTests,
      failed:
        report.numFailedTests +
        report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length,
    }))
  }
  if (picks('tests/e2e/**/*.spec.ts')) {
    await buildIfStale()
    const env = { NODE_ENV: 'test', PLAYWRIGHT_JSON_OUTPUT_FILE: reports.playwright, ...more }
    const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
    const code = await run(node, [...server, cli, 'test', '--pass-with-no-tests', '--reporter=list,json', ...args], {
      env,
    })
    count(sums, code, reports.playwright, ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
    }))
  }
  fs.rmSync(folder, { recursive: true, force: true })
  if (sums.passed + sums.failed === 0) console.error('No test was run.')
  console.log(`${sums.passed} passed, ${sums.failed} failed`)
  if (sums.failed || !sums.passed) process.exitCode = 1
}

/** Compares the screens with kept pictures; `--update` renews them. */
async function picture() {
  await buildIfStale()
  const given = args.map((word) => word.replace(/^--update$/, '--update-snapshots'))
  leave(await run(bin('playwright'), ['test', '--config=tests/visual/config.ts', ...given]))
}

/** Everything that must hold before a change is handed in. The quick checks all run; only when they hold, the slow ones do. */
async function verify() {
  const slow = { test: async () => test().then(() => process.exitCode), build: buildIfStale }
  if (await check()) await inOrder(slow)
}

/** What needs neither a build nor a browser. Gives whether all of it holds. */
async function check() {
  return inOrder({
    format: () => run(bin('biome'), ['ci', '--error-on-warnings', '.']),
    lint: () => run(bin('oxlint'), ['--type-aware', '--deny-warnings']),
    types: async () => (await run(node, [NEXT, 'typegen'])) || run(bin('tsc'), ['--noEmit']),
    'dead code': () => run(bin('knip'), ['--no-config-hints']),
  })
}

async function inOrder(steps) {
  const lines = []
  for (const [name, step] of Object.entries(steps)) {
    console.log(`\n${name}`)
    const began = Date.now()
    const code = await step()
    lines.push(`${code ? 'failed' : 'ok    '} ${name} (${seconds(began)})`)
    if (code) process.exitCode = 1
  }
  console.log(`\n${lines.join('\n')}`)
  return !process.exitCode
}

async function bench() {
  const names = fs.globSync('tests/bench/*.ts').map((file) => path.basename(file, '.ts'))
  if (!names.includes(args[0])) fail(`Which one? There are: ${names.join(', ')}.`)
  leave(await run(node, [...server, `tests/bench/${args[0]}.ts`, ...args.slice(1)]))
}

function handOver(program, ...given) {
  return async () => leave(await run(program, [...given, ...args]))
}

/** Install scripts are off, but for the one of `node`, which brings the binary. npm's own record of what it installed tells what is there. */
async function install() {
  const locked = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  const same = (name) =>
    present[name]?.version === locked[name].version && present[name].integrity === locked[name].integrity
  const wanted = Object.keys(locked).filter((name) => name && !locked[name].optional)
  if (fs.existsSync(node) && wanted.every(same)) return
  const began = say('Installing the locked packages')
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code =
    (await run('npm', ['ci', '--ignore-scripts', ...flags])) ||
    (await run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']))
  if (code || !fs.existsSync(node)) fail('The packages could not be installed; npm said why above.', code || 1)
  said(began)
}

function packages(lock) {
  return fs.existsSync(lock) ? JSON.parse(fs.readFileSync(lock, 'utf8')).packages : {}
}

/** `.env`, the data folder, the secret, and what is derived from it: the same for building and running, so that forms outlive a new build. */
function prepareEnvironment() {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const data = path.resolve(process.env.SERAI_DATA || 'data')
  fs.mkdirSync(data, { recursive: true, mode: 0o700 })
  const file = path.join(data, 'secret')
  if (!process.env.SERAI_SECRET && !fs.existsSync(file))
    fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  const secret = process.env.SERAI_SECRET || fs.readFileSync(file, 'utf8').trim()
  const derive = (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `serai ${purpose}`, 32)).toString('base64')
  // What Node has compiled once, it need not compile at the next start.
  const compiled = path.join(root, 'node_modules/.cache/node')
  module.enableCompileCache(compiled)
  Object.assign(process.env, {
    NODE_COMPILE_CACHE: compiled,
    SERAI_DATA: data,
    SERAI_SECRET: secret,
    AUTH_SECRET: derive('sign-in'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: derive('server actions'),
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

async function checkConfiguration() {
  const { readEnv } = await import('./lib/env.ts')
  const result = readEnv(process.env)
  if (!result.ok) fail(['The configuration is wrong:', ...result.problems].join('\n- '))
}

/** Gives 0, or the exit code of the build that failed; any other command than `verify` ends there. */
async function buildIfStale() {
  const record = path.join(process.env.SERAI_DIST || '.next', 'serai-sources')
  const sources = hashSources()
  if (fs.existsSync(record) && fs.readFileSync(record, 'utf8') === sources) return 0
  const began = say('Building')
  fs.rmSync(record, { force: true })
  const code = await run(node, [NEXT, 'build'], { env: { NODE_ENV: 'production' } })
  if (code && command !== 'verify') fail('The build failed.', code)
  if (!code) fs.writeFileSync(record, sources)
  said(began)
  return code
}

/** Contents, not dates: a clone, a checkout or a copied folder gives every file a new date. */
function hashSources() {
  const hash = createHash('sha256')
  const roots = ['{next,postcss}.config.*', 'instrumentation*.ts', 'package*.json', 'tsconfig.json']
  const entries = fs.globSync(['{app,components,db,lib,public}/**/*', ...roots], { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of files.sort())
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

async function serve() {
  const began = say('Preparing the database')
  const code = await run(node, [...server, 'lib/cli/main.ts', 'prepare'], { env: { SERAI_STARTED_BY: command } })
  if (code) leave(code)
  said(began)
  // From here on this process is the server, and answers the signals itself.
  await import('./lib/server/main.ts')
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop)
}

/** Runs a program to its end with our terminal, and gives its exit code. */
function run(program, programArgs, { env = {}, stdio = 'inherit' } = {}) {
  const own = path.join(root, 'node_modules')
  // npm must not run under the very Node that it is about to replace.
  const places = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((place) => program !== 'npm' || !place.startsWith(own))
  if (program !== 'npm') places.unshift(path.dirname(node))
  return new Promise((resolve) => {
    const child = spawn(program, programArgs, {
      stdio,
      env: { ...process.env, ...env, PATH: places.join(path.delimiter) },
    })
    running.add(child)
    child.on('error', (error) =>
      fail(error.code === 'ENOENT' ? `${program} is missing. Serai needs it.` : error.message),
    )
    child.on('close', (code) => {
      running.delete(child)
      if (stopped) leave(0)
      resolve(code ?? 1)
    })
  })
}

/** Ctrl-C reaches us from the terminal and once more through npm: within a second it is one wish. A later one forces. */
function stop() {
  if (stopped && Date.now() - stopped < 1000) return
  // On SIGTERM Playwright would leave the server behind that it started; on SIGINT everything ends in order.
  for (const child of running) child.kill(stopped ? 'SIGKILL' : 'SIGINT')
  if (stopped || running.size === 0) leave(0)
  stopped = Date.now()
}

function count(sums, code, file, read) {
  const { passed, failed } = fs.existsSync(file)
    ? read(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 }
  sums.passed += passed
  sums.failed += code ? Math.max(failed, 1) : failed
}

function say(doing) {
  return console.log(`${doing} …`) ?? Date.now()
}

function said(began) {
  console.log(`  done in ${seconds(began)}`)
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}

function fail(message, code = 1) {
  console.error(message)
  leave(code)
}

/** A stopped server ended well; a check or a test that was stopped did not. */
function leave(code) {
  process.exit(stopped && !['start', 'dev'].includes(command) ? 130 : code)
}
