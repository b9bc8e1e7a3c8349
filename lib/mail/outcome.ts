import type { Reason } from '#lib/outbox/policy'

/** What became of a message; a refusal is a value. `doubtful`: it was handed over whole, and nobody knows whether it was taken. */
export type Delivery =
  | { ok: true }
  | {
      ok: false
      reason: Extract<Reason, 'refused' | 'deferred' | 'greylisted' | 'lost' | 'unreachable' | 'unwritten'>
      /** What the server said, or how it fell silent. */
      words: string
      /** Told in the log, where the words must not stand. */
      code: string
      doubtful: boolean
    }

/** How far a message came: on a connection that was ready for it, and whether all of it was written there. */
export type Progress = { begun: boolean; whole: boolean }

type Failure = {
  code?: string
  originalCode?: string
  responseCode?: number
  response?: string
  command?: string
  message: string
}

/**
 * What a failure of nodemailer's means. The server's answer about this very message concerns it alone. Everything else, from a closed port to a wrong password or a
 * sender the server does not want, would meet every message alike and is no fault of this one.
 */
export function outcomeOf(failure: Failure, { begun, whole }: Progress): Delivery {
  const { code = '', responseCode, command } = failure
  const words = failure.response ?? failure.message
  const told = (reason: Exclude<Delivery, { ok: true }>['reason'], doubtful = false): Delivery => ({
    ok: false,
    reason,
    words,
    code: [failure.originalCode ?? code, responseCode].filter(Boolean).join(' '),
    doubtful,
  })
  if (UNWRITTEN.includes(code)) return told('unwritten')
  const about = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (about && responseCode === undefined) return told('refused')
  if (about && command !== 'MAIL FROM' && responseCode !== 421) {
    if (isForGood(responseCode)) return told('refused')
    return told(isGreylisting(words) ? 'greylisted' : 'deferred')
  }
  // A message of a size the server does not take is told at the sender already.
  if (about && responseCode === 552) return told('refused')
  return begun && command !== 'MAIL FROM' ? told('lost', whole && responseCode === undefined) : told('unreachable')
}

/** What nodemailer says of a message that it could not put together. */
const UNWRITTEN = ['ESTREAM', 'EFILEACCESS', 'EURLACCESS', 'EFETCH']

/** Bad sequence of commands (503) is about the session: the same message may go on another. */
const isForGood = (code = 0) => code >= 500 && code !== 503

/** There is no code of its own for it; 4.7.1 and the word are how servers say it. */
const isGreylisting = (words: string) => /gr[ae]y-?list|^4\d\d[ -]4\.7\.1\b/i.test(words)
