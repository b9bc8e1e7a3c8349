import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from './support/test.ts'

const CROWD = 1000

test('a thousand who come at once, while the server is busy, are all kept waiting and none is sent away', async ({
  baseURL,
  request,
}) => {
  const server = Number(process.env.TEST_SERVER_PID)
  expect(await comeWhileBusy(server, Number(new URL(baseURL ?? '').port))).toBe(CROWD)
  expect((await request.get('/api/health')).ok()).toBe(true)
})

test('a server that lets the usual number wait has no room for them', async () => {
  const usual = spawn(process.execPath, ['-e', USUAL], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    expect(await comeWhileBusy(usual.pid ?? 0, await portOf(usual))).toBeLessThan(CROWD)
  } finally {
    usual.kill('SIGKILL')
  }
})

const USUAL = `
  const server = require('node:http').createServer((_, response) => response.end())
  server.listen(0, () => process.stdout.write(String(server.address().port)))`

async function portOf({ stdout }: ChildProcess): Promise<number> {
  const [told] = await once(stdout as NonNullable<ChildProcess['stdout']>, 'data')
  return Number(told)
}

/** How many of the crowd the system has let in to wait while that process does nothing at all. */
async function comeWhileBusy(pid: number, port: number): Promise<number> {
  process.kill(pid, 'SIGSTOP')
  let inside = 0
  const sockets = Array.from({ length: CROWD }, () => connect(port, '127.0.0.1', () => inside++))
  for (const socket of sockets) socket.on('error', () => {})
  try {
    for (let waited = 0; inside < CROWD && waited < 2000; waited += 50) await after(50)
    return inside
  } finally {
    process.kill(pid, 'SIGCONT')
    for (const socket of sockets) socket.destroy()
  }
}
