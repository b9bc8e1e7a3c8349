import path from 'node:path'
import * as z from 'zod'
import { done, type Result, refuse } from '#lib/errors'

/** All configuration, checked. Nothing else in the server reads `process.env` for it. */
export type Env = {
  readonly port: number
  /** Where people reach Serai: an origin without a trailing slash. Every link that is sent begins with it. */
  readonly url: string
  /** False while `url` is only the default, so that other names of this machine may be used as well. */
  readonly urlGiven: boolean
  /** Address to listen on; every one when undefined. */
  readonly host: string | undefined
  /** Trusted reverse proxies in front. */
  readonly proxies: number
  readonly dataFolder: string
  readonly databaseFile: string
  readonly secret: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Connections to the mail server at a time, each with one message in hand. */
  readonly mailConnections: number
  /** Messages a minute at most; 0 is as many as the server takes. */
  readonly mailPerMinute: number
  /** How long the mail server may be silent. */
  readonly mailTimeoutMs: number
  readonly admin: string
  readonly example: boolean
  /** Multiplies every rate limit; 0 means none. */
  readonly rateFactor: number
  readonly logLevel: z.infer<typeof level>
}

type Source = Record<string, string | undefined>

/** Gives the checked configuration, or every problem at once, each with the name, the flaw and a right example. Values of secrets are never repeated. */
export function readEnv(source: Source): Result<Env, { reason: 'invalid'; problems: string[] }> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  const problems = [...(parsed.error?.issues.map(describe) ?? []), ...unknownNames(given)]
  return parsed.success && problems.length === 0 ? done(shape(parsed.data)) : refuse('invalid', { problems })
}

const shared = globalThis as { seraiEnv?: Env }

/** The configuration of this process, read once. Throws when it is wrong, naming what. */
export function env(): Env {
  if (shared.seraiEnv) return shared.seraiEnv
  const result = readEnv(process.env)
  if (!result.ok) throw new Error(['The configuration is wrong:', ...result.problems].join('\n- '))
  shared.seraiEnv = result.value
  return result.value
}

const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is not a log level')
const address = z.email('is not an e-mail address')
const whole = (from: number, to: number) =>
  z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(from, `is below ${from}`)
    .max(to, `is above ${to}`)
const origin = z
  .url({ protocol: /^https?$/, error: 'is not an http or https address', abort: true })
  .refine((value) => isOrigin(value), 'has more than protocol, host and port')

const variables = z.object({
  PORT: whole(1, 65_535).default(3000),
  SERAI_URL: origin.optional(),
  SERAI_HOST: z.string().optional(),
  SERAI_PROXIES: whole(0, 10).default(0),
  SERAI_DATA: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine((value) => !/^postgres(ql)?:/.test(value), 'names PostgreSQL, which Serai does not run on yet')
    .refine((value) => /^postgres(ql)?:|^file:[^?#]+$/.test(value), 'does not begin with file:')
    .optional(),
  SERAI_SECRET: z.string('is missing (npm start makes one)').min(32, 'is shorter than 32 characters'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not an smtp or smtps address' }).optional(),
  SERAI_MAIL_FROM: z
    .string()
    .refine((value) => address.safeParse(/<([^<>]*)>$/.exec(value)?.[1] ?? value).success, 'holds no e-mail address')
    .optional(),
  SERAI_MAIL_CONNECTIONS: whole(1, 50).default(5),
  SERAI_MAIL_PER_MINUTE: whole(0, 100_000).default(0),
  SERAI_MAIL_TIMEOUT: whole(1, 600).default(60),
  SERAI_ADMIN: z.union([z.literal('admin@localhost'), address], 'is not an e-mail address').default('admin@localhost'),
  SERAI_EXAMPLE: z.enum(['0', '1'], 'is neither 0 nor 1').default('1'),
  SERAI_RATE_FACTOR: z.coerce.number('is not a number').min(0, 'is below 0').default(1),
  SERAI_LOG: level.default('info'),
})

const examples: Record<keyof z.infer<typeof variables>, string> = {
  PORT: '3000',
  SERAI_URL: 'https://events.example.edu',
  SERAI_HOST: '127.0.0.1',
  SERAI_PROXIES: '1',
  SERAI_DATA: '/var/lib/serai',
  DATABASE_URL: 'file:/var/lib/serai/serai.db',
  SERAI_SECRET: 'the output of: openssl rand -base64 32',
  SMTP_URL: 'smtps://user:password@mail.example.edu',
  SERAI_MAIL_FROM: 'Conference office <events@example.edu>',
  SERAI_MAIL_CONNECTIONS: '2',
  SERAI_MAIL_PER_MINUTE: '30',
  SERAI_MAIL_TIMEOUT: '120',
  SERAI_ADMIN: 'you@example.edu',
  SERAI_EXAMPLE: '0',
  SERAI_RATE_FACTOR: '1',
  SERAI_LOG: 'info',
}

/** The names of all settings. */
export const NAMES = Object.keys(examples)

/** Set by the launcher and the tests; no settings of an installation. */
const internal = ['SERAI_STARTED_BY', 'SERAI_DIST', 'SERAI_CHROMIUM', 'SERAI_LONG']

function shape(values: z.infer<typeof variables>): Env {
  const url = new URL(values.SERAI_URL ?? `http://localhost:${values.PORT}`)
  const dataFolder = path.resolve(values.SERAI_DATA)
  return {
    port: values.PORT,
    url: url.origin,
    urlGiven: values.SERAI_URL !== undefined,
    host: values.SERAI_HOST,
    proxies: values.SERAI_PROXIES,
    dataFolder,
    databaseFile: path.resolve(
      values.DATABASE_URL?.replace(/^file:(\/\/(?=\/))?/, '') ?? path.join(dataFolder, 'serai.db'),
    ),
    secret: values.SERAI_SECRET,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.SERAI_MAIL_FROM ?? `Serai <serai@${url.hostname}>`,
    mailConnections: values.SERAI_MAIL_CONNECTIONS,
    mailPerMinute: values.SERAI_MAIL_PER_MINUTE,
    mailTimeoutMs: values.SERAI_MAIL_TIMEOUT * 1000,
    admin: values.SERAI_ADMIN.toLowerCase(),
    example: values.SERAI_EXAMPLE === '1',
    rateFactor: values.SERAI_RATE_FACTOR,
    logLevel: values.SERAI_LOG,
  }
}

function describe(issue: { path: PropertyKey[]; message: string }): string {
  const name = String(issue.path[0]) as keyof typeof examples
  return `${name} ${issue.message}. For example: ${name}=${examples[name]}`
}

function isOrigin(value: string): boolean {
  const url = new URL(value)
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
}

function unknownNames(given: Source): string[] {
  const known = [...NAMES, ...internal]
  return Object.keys(given)
    .filter((name) => name.startsWith('SERAI_') && !known.includes(name))
    .map((name) => `${name} is no setting of Serai. The nearest one is ${nearest(name, known)}`)
}

function nearest(name: string, known: string[]): string | undefined {
  return known
    .map((candidate) => ({ candidate, steps: distance(name, candidate) }))
    .sort((a, b) => a.steps - b.steps)[0]?.candidate
}

/** Levenshtein's distance: how many letters to change, add or drop. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min((row[j] ?? 0) + (letter === to[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
