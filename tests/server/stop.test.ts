import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'

/** A server of its own process which takes its time and says when it closes what belongs to it. */
const program = `
  import { createServer } from 'node:http'
  import { stopOnSignals } from '#lib/server/stop'
  globalThis.seraiClosers = [async () => console.log('closed')]
  const times = { '/slow': 800, '/never': 60_000 }
  const server = createServer((request, response) => setTimeout(() => response.end('answered'), times[request.url]))
  stopOnSignals(server, { info() {}, error() {} })
  server.listen(0, () => console.log('port ' + server.address().port))
`

async function launch(): Promise<{
  child: ChildProcess
  url: string
  output: () => string
  ended: Promise<unknown[]>
}> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  while (!output.includes('port')) await once(child.stdout, 'data')
  const port = /port (\d+)/.exec(output)?.[1]
  return { child, url: `http://localhost:${port}`, output: () => output, ended: once(child, 'exit') }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s lets the running request end, takes no new one, closes and ends well',
  async (signal) => {
    const { child, url, output, ended } = await launch()
    const running = fetch(`${url}/slow`).then((response) => response.text())
    await new Promise((resolve) => setTimeout(resolve, 200))
    child.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await expect(fetch(url)).rejects.toThrow()
    expect(await running).toBe('answered')
    expect(await ended).toEqual([0, null])
    expect(output()).toContain('closed')
  },
)

test('the same Ctrl-C coming twice is one wish', async () => {
  const { child, url, ended } = await launch()
  const running = fetch(`${url}/slow`).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGINT')
  child.kill('SIGTERM')
  expect(await running).toBe('answered')
  expect(await ended).toEqual([0, null])
})

test('a later one does not wait for the running request', async () => {
  const { child, url, output, ended } = await launch()
  const running = fetch(`${url}/never`)
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  child.kill('SIGTERM')
  await expect(running).rejects.toThrow()
  expect(await ended).toEqual([1, null])
  expect(output()).not.toContain('closed')
})

test.each([
  { said: '', outcome: 'ended' },
  // Control: who has begun to speak is waited for.
  { said: 'GET / HTTP/1.1\r\n', outcome: 'waits' },
])('a connection that a browser opened ahead of need holds nothing up: $outcome', async ({ said, outcome }) => {
  const { child, url, ended } = await launch()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  try {
    await once(socket, 'connect')
    if (said) socket.write(said)
    await after(200)
    child.kill('SIGTERM')
    expect(await Promise.race([ended.then(() => 'ended'), after(4_000, 'waits')])).toBe(outcome)
  } finally {
    socket.destroy()
    await ended
  }
})
