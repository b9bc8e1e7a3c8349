import pino, { type Logger } from 'pino'
import { env } from '#lib/env'

const shared = globalThis as { seraiLog?: Logger }

/** A logger of one part of the server, one JSON line a record on stdout. Log ids and counts, never names, addresses or tokens; the paths below are a second net. */
export function logger(name: string): Logger {
  shared.seraiLog ??= pino({
    level: env().logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err },
    redact: { paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  })
  return shared.seraiLog.child({ name })
}

const personal = [
  ...['email', 'givenName', 'familyName', 'nativeName', 'badgeName', 'patronymic', 'phone', 'address', 'ip'],
  ...['token', 'secret', 'password', 'cookie', 'authorization', 'to', 'url'],
]
