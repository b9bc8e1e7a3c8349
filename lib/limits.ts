import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '#lib/env'
import { done, type Result, refuse } from '#lib/errors'

/**
 * How often, in how many seconds. A whole campus may stand behind one address, so that limits per address are
 * generous; those per e-mail, where a stranger could fill somebody's mailbox, are strict.
 */
const LIMITS = {
  'register-address': { points: 600, duration: 600 },
  'register-email': { points: 20, duration: 600 },
  'link-address': { points: 120, duration: 600 },
  'link-email': { points: 5, duration: 600 },
  'sign-in-address': { points: 120, duration: 600 },
  'sign-in-email': { points: 5, duration: 600 },
  'search-address': { points: 6000, duration: 600 },
  'cancel-address': { points: 300, duration: 600 },
  'consent-address': { points: 300, duration: 600 },
  // Letters to addresses that a participant names: a private link is no way to write to strangers.
  'stranger-attendee': { points: 5, duration: 86_400 },
  // And so are the letters that an organizer causes to those who are to work on an event.
  'stranger-organizer': { points: 100, duration: 86_400 },
  'refusal-address': { points: 300, duration: 600 },
  // Codes of organizations are eight signs of thirty-two: so few guesses find none, and a whole institution may come at once.
  'code-address': { points: 600, duration: 600 },
}

export type LimitKind = keyof typeof LIMITS
export type TooMany = { reason: 'too-many'; retryAfterSeconds: number }

// Bundling makes several copies of this module in one process; they must count together.
const shared = globalThis as { seraiLimiters?: Map<LimitKind, RateLimiterMemory> }

/** Counts an act of `kind` by `key` (an address or an e-mail, with the event where it concerns one), or so many at once, or refuses them all and tells when to come again. */
export async function allow(kind: LimitKind, key: string, acts = 1): Promise<Result<undefined, TooMany>> {
  const { rateFactor, secret } = env()
  if (rateFactor === 0) return done()
  // Only a digest is kept: memory holds no list of who was here.
  const digest = createHmac('sha256', secret)
    .update(kind.endsWith('-address') ? network(key) : key)
    .digest('base64url')
  try {
    await limiter(kind, rateFactor).consume(digest, acts)
    return done()
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    // Too many at once use nothing up: fewer may still go.
    if (acts > 1) await limiter(kind, rateFactor).reward(digest, acts)
    return refuse('too-many', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) })
  }
}

function limiter(kind: LimitKind, factor: number): RateLimiterMemory {
  shared.seraiLimiters ??= new Map()
  const known = shared.seraiLimiters.get(kind)
  if (known) return known
  const { points, duration } = LIMITS[kind]
  const made = new RateLimiterMemory({ points: Math.max(1, Math.round(points * factor)), duration })
  shared.seraiLimiters.set(kind, made)
  return made
}

/** One household or host has a whole /64 of IPv6 addresses: its first four groups. */
function network(address: string): string {
  const [own = '', ...event] = address.split(' ')
  if (!isIPv6(own)) return address
  const [head = '', tail] = own.toLowerCase().split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...gap, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return [groups.join(':'), ...event].join(' ')
}
