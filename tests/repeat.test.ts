import { expect, test } from 'vitest'
import { repeat } from '#lib/workers/repeat'

const soon = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

test('goes on after a failure, never twice at a time, and stops after the turn in hand', async () => {
  let [turns, atOnce, most] = [0, 0, 0]
  const stop = repeat('test', 1, async () => {
    most = Math.max(most, ++atOnce)
    await soon(5)
    atOnce--
    if (++turns === 1) throw new Error('once')
  })
  await soon(60)
  await stop()
  const then = turns
  expect(then).toBeGreaterThan(1)
  expect([most, atOnce]).toEqual([1, 0])
  await soon(20)
  expect(turns).toBe(then)
})

test('stops at once while it waits', async () => {
  const stop = repeat('test', 3_600_000, async () => {})
  await soon(1)
  await stop()
})
