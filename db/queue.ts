import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '#db/client'
import { databaseOver, type Engine, type Execute } from '#db/engines/engine'

type Unit = { alive: boolean; depth: number }
type Waiting = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

// Next patches the global timers during rendering: the guard needs the real one.
const nextTurn = globalThis.setImmediate
const current = new AsyncLocalStorage<Unit>()

/** One writer, one transaction at a time; units that wait together may share one commit, each in its own savepoint. */
export class TransactionQueue {
  readonly #engine: Engine
  #waiting: Waiting[] = []
  #draining: Promise<void> | undefined

  constructor(engine: Engine) {
    this.#engine = engine
  }

  run<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    if (current.getStore()?.alive) throw new Error('A transaction within a transaction: pass tx on instead.')
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
      // The queue outlives the request that started it, so it must not inherit that request's context.
      this.#draining ??= current.exit(() => this.#drain())
    })
  }

  async savepoint<Answer extends { ok: boolean }>(_tx: Tx, work: () => Promise<Answer>): Promise<Answer> {
    const unit = current.getStore()
    if (!unit?.alive) throw new Error('A savepoint outside of a transaction.')
    const name = `s${++unit.depth}`
    await this.#engine.control(`savepoint ${name}`)
    try {
      const answer = await work()
      if (!answer.ok) await this.#engine.control(`rollback to savepoint ${name}`)
      return answer
    } catch (error) {
      if (unit.alive) await this.#engine.control(`rollback to savepoint ${name}`)
      throw error
    } finally {
      if (unit.alive) await this.#engine.control(`release savepoint ${name}`)
      unit.depth--
    }
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining
  }

  async #drain(): Promise<void> {
    try {
      do {
        // A turn before each group: requests that arrive together share a commit, and reading is never stalled by a long queue.
        await new Promise<void>((resolve) => nextTurn(resolve))
        await this.#commitTogether(this.#waiting.splice(0, this.#engine.group))
      } while (this.#waiting.length > 0)
    } finally {
      this.#draining = undefined
    }
  }

  async #commitTogether(units: Waiting[]): Promise<void> {
    const outcomes: Outcome[] = []
    try {
      await this.#engine.control(this.#engine.name === 'sqlite' ? 'begin immediate' : 'begin')
      for (const unit of units) outcomes.push(await this.#runUnit(unit))
      await this.#engine.control('commit')
    } catch (error) {
      await this.#engine.control('rollback').catch(() => {})
      for (const unit of units) unit.reject(error)
      return
    }
    units.forEach((unit, i) => {
      const outcome = outcomes[i] as Outcome
      if (outcome.ok) unit.resolve(outcome.value)
      else unit.reject(outcome.error)
    })
  }

  async #runUnit(waiting: Waiting): Promise<Outcome> {
    const unit: Unit = { alive: true, depth: 0 }
    const tx = databaseOver(this.#guarded(unit)) as Tx
    await this.#engine.control('savepoint unit')
    const working = current.run(unit, async (): Promise<Outcome> => {
      try {
        return { ok: true, value: await waiting.work(tx) }
      } catch (error) {
        return { ok: false, error }
      }
    })
    const outcome = await (this.#engine.settlesAtOnce ? Promise.race([working, lateness()]) : working)
    unit.alive = false
    if (!outcome.ok || isRefusal(outcome.value)) await this.#engine.control('rollback to savepoint unit')
    await this.#engine.control('release savepoint unit')
    return outcome
  }

  /** Statements of a unit that has ended, or that come from outside of it, are refused and never reach the database. */
  #guarded(unit: Unit): Execute {
    return async (sql, params, method) => {
      if (!unit.alive) throw new Error('A statement after its transaction ended.')
      if (current.getStore() !== unit) throw new Error('A statement from outside of its transaction.')
      if (/^\s*(begin|commit|rollback|savepoint|release)\b/i.test(sql))
        throw new Error('Use transaction() and savepoint().')
      return this.#engine.write(sql, params, method)
    }
  }
}

/** A refused act leaves nothing behind. */
const isRefusal = (value: unknown) => typeof value === 'object' && value !== null && 'ok' in value && value.ok === false

const lateness = () =>
  new Promise<Outcome>((resolve) => {
    nextTurn(() =>
      resolve({ ok: false, error: new Error('A transaction waited for something other than the database.') }),
    )
  })
