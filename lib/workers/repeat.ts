import { logger } from '#lib/log'

/**
 * Does `work` now and then every so often, never twice at a time; a failure is logged and the next turn comes.
 * Answers a function that stops it after the turn in hand.
 */
export function repeat(name: string, everyMs: number, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const running = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => logger(name).error({ err: error }, 'a turn failed'))
      if (!stopped)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, everyMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  })()
  return () => {
    stopped = true
    wake()
    return running
  }
}
