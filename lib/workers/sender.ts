import 'server-only'
import { env } from '#lib/env'
import { logger } from '#lib/log'
import { Breaker } from '#lib/mail/breaker'
import type { Delivery } from '#lib/mail/outcome'
import { closeTransport, deliver, type Mail } from '#lib/mail/transport'
import { compose } from '#lib/messages/queries/compose'
import type { Leased } from '#lib/outbox/mutations'
import { lease, renewLeases } from '#lib/outbox/mutations/lease'
import { giveBack, markOvertaken, markRefused, markSent, type Refusal } from '#lib/outbox/mutations/mark'
import { isUndeliverable, keptError, readError } from '#lib/outbox/policy'

export type Clock = () => Date
const realClock: Clock = () => new Date()
const log = () => logger('outbox')

/**
 * Sends what it leases, one message for each connection, and writes down what became of it. What the database did not take is kept in memory and written before
 * anything else is sent: what is known to be accepted never goes twice.
 */
export class Sender {
  readonly #hand = new Map<string, Leased>()
  readonly #people = new Map<string, Promise<void>>()
  readonly #unnoted = new Map<string, () => Promise<void>>()
  readonly #breaker = new Breaker()
  readonly #onRoom: () => void
  #nextAt = 0
  #stopping = false

  /** @param onRoom called when a message is done with */
  constructor(onRoom = () => {}) {
    this.#onRoom = onRoom
  }

  /** Takes what is due, as far as there is room, and begins to send it. Answers how many messages. */
  async take(clock: Clock = realClock): Promise<number> {
    if (!(await this.#writeDown())) return 0
    const room = this.#room(clock())
    if (this.#stopping || room === 0) return 0
    const taken = await lease(room, [...this.#hand.keys()], clock())
    const { mailPerMinute } = env()
    if (mailPerMinute > 0 && taken.length > 0) this.#nextAt = clock().getTime() + 60_000 / mailPerMinute
    for (const message of taken) this.#begin(message, clock)
    return taken.length
  }

  /** How long `take` has nothing to do for certain, in milliseconds: when the rate is limited, until the next may go. */
  restMs = (): number => Math.max(0, this.#nextAt - Date.now())

  async renew(clock: Clock = realClock): Promise<void> {
    if (this.#hand.size > 0) await renewLeases([...this.#hand.keys()], clock())
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#people.size > 0) await Promise.all(this.#people.values())
  }

  /** Takes nothing more, gives back what is not on its way, and lets the rest end, within `graceMs`; then the connections are cut. */
  async finish(graceMs: number): Promise<void> {
    this.#stopping = true
    const impatient = setTimeout(() => closeTransport({ force: true }), graceMs)
    await this.idle()
    clearTimeout(impatient)
    closeTransport()
    for (let i = 0; i < 5 && !(await this.#writeDown()); i++) await new Promise((resolve) => setTimeout(resolve, 200))
    if (this.#unnoted.size > 0) log().error({ messages: [...this.#unnoted.keys()] }, 'could not be written down')
  }

  #room(now: Date): number {
    const { mailConnections, mailPerMinute } = env()
    const room = this.#breaker.room(mailConnections - this.#hand.size, this.#hand.size, now)
    if (mailPerMinute === 0) return room
    return now.getTime() < this.#nextAt ? 0 : Math.min(room, 1)
  }

  /** Side by side for different people, one after the other for the same. */
  #begin(message: Leased, clock: Clock): void {
    this.#hand.set(message.id, message)
    const person = message.userId ?? message.attendeeId ?? message.invitationId ?? message.id
    const before = this.#people.get(person) ?? Promise.resolve()
    const mine = before.then(async () => {
      await this.#keep(message, await this.#send(message, clock))
      if (this.#people.get(person) === mine) this.#people.delete(person)
      this.#onRoom()
    })
    this.#people.set(person, mine)
  }

  /** Answers what is to be written down. Never throws. */
  async #send(message: Leased, clock: Clock): Promise<() => Promise<void>> {
    if (this.#stopping) return () => giveBack(message, null)
    // It waited for another to the same person, and meanwhile the server went away.
    const outage = this.#breaker.resting(clock())
    if (outage) return () => giveBack(message, keptError('unreachable', outage.words))
    let mail: Mail | null
    let delivery: Delivery
    try {
      mail = await compose(message, clock())
      if (!mail) return () => markOvertaken(message)
      if (isUndeliverable(mail.to))
        return this.#refused(message, { error: keptError('undeliverable'), forGood: true }, clock)
      delivery = await deliver(mail)
    } catch (error) {
      log().error({ err: error, message: message.id, kind: message.kind }, 'a message could not be written')
      return this.#refused(message, { error: keptError('unwritten'), forGood: false }, clock)
    }
    return this.#outcome(message, mail.to, delivery, clock)
  }

  #outcome(message: Leased, to: string, delivery: Delivery, clock: Clock): () => Promise<void> {
    const now = clock()
    const away = !delivery.ok && (delivery.reason === 'lost' || delivery.reason === 'unreachable')
    if (!away && this.#breaker.answered()) log().info('the mail server is back')
    if (delivery.ok) return () => markSent(message, now)
    const { reason, words, code, doubtful } = delivery
    const error = keptError(reason, words, to)
    log().warn({ message: message.id, attempt: message.attempts, reason, code }, 'a message was not taken')
    if (away && !this.#stopping && this.#breaker.failed(readError(error).words, now))
      log().error({ code }, 'the mail server is out of reach')
    if (reason === 'unreachable') return () => giveBack(message, this.#stopping ? null : error)
    const refusal = { error, forGood: reason === 'refused', greylisted: reason === 'greylisted', doubtful }
    return this.#refused(message, refusal, clock)
  }

  #refused(message: Leased, refusal: Refusal, clock: Clock): () => Promise<void> {
    const now = clock()
    return () => markRefused(message, refusal, now)
  }

  async #keep({ id }: Leased, write: () => Promise<void>): Promise<void> {
    try {
      await write()
      this.#hand.delete(id)
    } catch (error) {
      this.#unnoted.set(id, write)
      log().error({ err: error, message: id }, 'what became of a message could not be written down')
    }
  }

  /** Writes down what could not be. Answers whether nothing is left. */
  async #writeDown(): Promise<boolean> {
    for (const [id, write] of this.#unnoted) {
      try {
        await write()
      } catch {
        return false
      }
      this.#unnoted.delete(id)
      this.#hand.delete(id)
    }
    return true
  }
}
