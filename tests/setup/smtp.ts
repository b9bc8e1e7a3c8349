import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** What a server does at a step: goes on, says something else, says nothing any more or never comes to an end, or breaks the connection. `swallow` takes the message first. */
export type Answer = 'ok' | 'silent' | 'trickle' | 'cut' | 'swallow' | `${4 | 5}${string}`
export type Script = {
  greeting?: Answer
  login?: Answer
  sender?: Answer
  recipient?: (address: string) => Answer
  /** Asked when the message begins to come. */
  message?: (to: string) => Answer | Promise<Answer>
}
export type Taken = { messageId: string; to: string; raw: string }

/** A real mail server that does as the script says, and keeps what it has taken, in the order in which it took it. */
export async function mailServer({ login = false } = {}) {
  const taken: Taken[] = []
  const state = { script: {} as Script, server: make(0), port: 0, seen: 0 }
  await up()

  function make(port: number): SMTPServer {
    const server = new SMTPServer({
      authOptional: !login,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS', ...(login ? [] : ['AUTH'])],
      onConnect: (session, done) => {
        state.seen++
        act(session, state.script.greeting, done)
      },
      onAuth: (_auth, session, done) => act(session, state.script.login, (error) => done(error, { user: 'office' })),
      onMailFrom: (_address, session, done) => act(session, state.script.sender, done),
      onRcptTo: ({ address }, session, done) => act(session, state.script.recipient?.(address), done),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        let raw = ''
        const take = () =>
          taken.push({ messageId: /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '', to, raw: raw.replaceAll('\r\n', '\n') })
        void Promise.resolve(state.script.message?.(to)).then((answer) => {
          if (answer === 'cut') return act(session, answer, done)
          stream.on('data', (chunk: Buffer) => {
            raw += chunk.toString()
          })
          stream.on('end', () => {
            if (!answer || answer === 'ok' || answer === 'swallow') take()
            act(session, answer === 'swallow' ? 'cut' : answer, done)
          })
        })
      },
    })
    server.on('error', () => {})
    server.listen(port, '127.0.0.1')
    return server

    function act({ id }: SMTPServerSession, answer: Answer | undefined, done: (error?: Error | null) => void): void {
      const socket = connections(server).find((connection) => connection.id === id)?._socket
      if (answer === 'cut') socket?.destroy()
      else if (answer === 'trickle') trickle(socket)
      else if (!answer || answer === 'ok') done(null)
      else if (answer !== 'silent' && answer !== 'swallow')
        done(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }))
    }
  }

  async function up(): Promise<void> {
    if (state.port) state.server = make(state.port)
    if (!state.server.server.listening) await new Promise((resolve) => state.server.server.once('listening', resolve))
    state.port = (state.server.server.address() as AddressInfo).port
  }

  /** As if its machine were switched off. */
  async function down(): Promise<void> {
    const closed = new Promise((resolve) => state.server.server.close(resolve))
    for (const { _socket } of connections(state.server)) _socket.destroy()
    await closed
  }

  return {
    taken,
    up,
    down,
    url: () => `smtp://${login ? 'office:wrong@' : ''}127.0.0.1:${state.port}`,
    /** How often somebody has connected. */
    connections: () => state.seen,
    /** What it does from now on; without a script it takes everything. */
    follow(script: Script = {}): void {
      state.script = script
    },
  }
}

const connections = (server: SMTPServer) => [
  ...(server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections,
]

function trickle(socket: Socket | undefined): void {
  const timer = setInterval(() => socket?.write('250-wait a little\r\n'), 50)
  socket?.on('close', () => clearInterval(timer))
}
