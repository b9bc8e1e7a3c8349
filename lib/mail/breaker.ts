import { restAfter } from '#lib/outbox/policy'

/** The mail server is not to be reached: since when, when it is tried again, and what it or the network said. */
export type Outage = { since: Date; nextTryAt: Date; words: string }

const shared = globalThis as { seraiMailOutage?: Outage | undefined }

/** Whether the mail server of this process is out of reach, as far as the worker has found out. */
export const mailOutage = (): Outage | undefined => shared.seraiMailOutage

/**
 * Lets a server rest that cannot be reached: nothing is tried for growing pauses, and then one message alone. So an outage costs a few attempts and not one
 * of every message, and a server that comes back is not met by all of them at once.
 */
export class Breaker {
  #failures = 0
  #outage: Outage | undefined

  /** Why messages are kept back at this moment, if they are. */
  resting = (now: Date): Outage | undefined => (this.#outage && now < this.#outage.nextTryAt ? this.#outage : undefined)

  /** How many more may be tried, with so many free and so many at work. */
  room(free: number, atWork: number, now: Date): number {
    if (!this.#outage) return free
    return !this.resting(now) && atWork === 0 ? Math.min(free, 1) : 0
  }

  /** The server was not there. Answers whether it is the first to find out. */
  failed(words: string, now: Date): boolean {
    // Those that were on their way together fail together: one failure.
    if (this.resting(now)) return false
    const nextTryAt = new Date(now.getTime() + restAfter(++this.#failures))
    this.#tell({ since: this.#outage?.since ?? now, nextTryAt, words })
    return this.#failures === 1
  }

  /** The server has answered. Says whether it had been out of reach. */
  answered(): boolean {
    const was = this.#outage !== undefined
    this.#failures = 0
    this.#tell(undefined)
    return was
  }

  #tell(outage: Outage | undefined): void {
    this.#outage = outage
    shared.seraiMailOutage = outage
  }
}
