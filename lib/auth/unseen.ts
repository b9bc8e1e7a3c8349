import 'server-only'
import { randomInt } from 'node:crypto'
import { after } from 'next/server'

const SOONEST_MS = 1000
const LATEST_MS = 4000

/**
 * Does what somebody asked for by an address, once the answer is gone and at a moment nobody can name: how long the answer took would tell whether there was
 * anything to do, and so would the next request, which waits for the work of this one. If the server stops meanwhile, it is asked for again.
 */
export function unseen(work: () => Promise<void>): void {
  after(async () => {
    await new Promise((resolve) => setTimeout(resolve, randomInt(SOONEST_MS, LATEST_MS)))
    await work()
  })
}
