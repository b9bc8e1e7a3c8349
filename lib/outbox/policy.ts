/** Minutes to wait after the first, second… failed attempt; after the last the message has failed. About two days in all. */
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 720, 1440]

/** When to try again after so many attempts, or null when it is time to give up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = PAUSES_MIN[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000)
}

/** Names that can never receive mail (RFC 2606, RFC 6761): example people have such addresses. */
export const isUndeliverable = (email: string): boolean => /(?:^|[.@])(?:example|invalid|localhost)$/i.test(email)
