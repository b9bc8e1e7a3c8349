/**
 * Loaded into the built server by one test: makes each transaction of it wait for a timer, as careless code would, while the test says so.
 * It reaches the queue the server itself uses, inside real requests.
 */
type Queue = { run: (work: (tx: unknown) => Promise<unknown>) => Promise<unknown> }

process.on('message', (wish) => {
  const { seraiDatabase } = globalThis as typeof globalThis & { seraiDatabase?: { queue: Queue } }
  if (!seraiDatabase) throw new Error('The server has not opened its database.')
  const queue = seraiDatabase.queue
  const run = Object.getPrototypeOf(queue).run as Queue['run']
  queue.run =
    wish === 'slow'
      ? (work) =>
          run.call(queue, async (tx) => {
            const value = await work(tx)
            await new Promise((resolve) => setTimeout(resolve, 20))
            return value
          })
      : (work) => run.call(queue, work)
  process.send?.(wish)
})
