/** Minutes to wait after the first, second… failed attempt; after the last the message has failed. About two days in all. */
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 720, 1440]
/** A server that greylists wants to see the message again, but not at once; five minutes is what most of them ask for. */
const GREY_MIN = 5
const JITTER = 0.1

/** When to try again after so many attempts, or null when it is time to give up. A little chance keeps messages that failed together from coming back together. */
export function nextAttempt(attempts: number, now: Date, greylisted = false, chance = Math.random()): Date | null {
  const pause = PAUSES_MIN[attempts - 1]
  if (pause === undefined) return null
  const minutes = Math.max(pause, greylisted ? GREY_MIN : 0)
  return new Date(now.getTime() + Math.round(minutes * 60_000 * (1 + JITTER * chance)))
}

const REST_MS = 2000
const LONGEST_REST_MS = 120_000

/** How long to let a server rest that could not be reached so many times in a row, in milliseconds. */
export const restAfter = (failures: number, chance = Math.random()): number =>
  Math.round(Math.min(REST_MS * 2 ** (failures - 1), LONGEST_REST_MS) * (1 + JITTER * chance))

/** Names that can never receive mail (RFC 2606, RFC 6761): example people have such addresses. */
export const isUndeliverable = (email: string): boolean =>
  /(?:^|[.@])(?:example|invalid|localhost)$/i.test(email) || !isOneAddress(email)

/** One plain address: nothing that a header or an SMTP command could read as two, or as something else. */
export const isOneAddress = (email: string): boolean =>
  /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u.test(email)

/**
 * Why a message has not gone; with it stand the words of the server, if it had any.
 * `refused`: the server will not have it, for good. `deferred`, `greylisted`: not now. `lost`: the connection broke or fell silent while it was sent.
 * `unreachable`: the server was not there, or refuses us whatever we send. `overtaken`: no longer true when its turn came. `expired`: a sign-in link that is over.
 * `undeliverable`: an address that can receive nothing. `unwritten`: the letter could not be written, a bug.
 */
export const REASONS = [
  ...(['refused', 'deferred', 'greylisted', 'lost', 'unreachable'] as const),
  ...(['overtaken', 'expired', 'undeliverable', 'unwritten'] as const),
] as const
export type Reason = (typeof REASONS)[number]

const LONGEST = 500

/** What a row keeps of it: the reason, then the server's words without the recipient's address, bounded. */
export function keptError(reason: Reason, words = '', recipient = ''): string {
  const pattern = recipient.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const bare = recipient ? words.replace(new RegExp(pattern, 'gi'), '…') : words
  const line = bare.replace(/[\s\p{C}]+/gu, ' ').trim()
  return (line ? `${reason}: ${line}` : reason).slice(0, LONGEST)
}

/** The reason and the server's words of a kept error; the reason is null in rows of long ago. */
export function readError(kept: string): { reason: Reason | null; words: string } {
  const reason = REASONS.find((one) => kept === one || kept.startsWith(`${one}: `))
  return reason ? { reason, words: kept.slice(reason.length + 2) } : { reason: null, words: kept }
}
