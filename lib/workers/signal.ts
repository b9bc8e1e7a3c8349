/** Something to wait for: given while nobody waits, it is kept for the next who does. */
export class Signal {
  #given = false
  #resolve: (() => void) | undefined

  give(): void {
    this.#given = true
    this.#resolve?.()
  }

  /** Resolves when the signal is given, or after a while. */
  async wait(ms: number): Promise<void> {
    if (!this.#given) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#resolve = resolve
      const timer = setTimeout(resolve, ms)
      await promise
      clearTimeout(timer)
      this.#resolve = undefined
    }
    this.#given = false
  }
}
