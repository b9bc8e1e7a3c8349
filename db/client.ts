import 'server-only'
import { type Db, databaseOver, type Engine } from '#db/engines/engine'
import { openSqlite } from '#db/engines/sqlite'
import { TransactionQueue } from '#db/queue'
import { env } from '#lib/env'

export type { Db } from '#db/engines/engine'
/** A database within a transaction. */
export type Tx = Db & { readonly [inTransaction]: true }
declare const inTransaction: unique symbol

type Connected = { engine: Engine; reader: Db; queue: TransactionQueue }

// Bundling makes several instances of this module in one process: they share what stands on globalThis.
const shared = globalThis as typeof globalThis & { seraiDatabase?: Connected }

/** The database for reading. Writing through it fails. */
export const db = (): Db => connected().reader

/**
 * Runs `work` in a transaction: what it wrote is on disk when the promise resolves, and gone when it rejects or when the
 * answer is a refusal (`{ ok: false }`): a refused act leaves nothing behind.
 * Transactions queue up. `work` may wait for the database alone; mail, files and HTTP go after the commit.
 * Throws when called inside another transaction: pass `tx` on instead.
 */
export const transaction = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => connected().queue.run(work)

/**
 * The only partial rollback: undoes what `work` wrote when it answers `{ ok: false }` or throws.
 * Answers what `work` answers.
 */
export const savepoint = <Answer extends { ok: boolean }>(tx: Tx, work: () => Promise<Answer>): Promise<Answer> =>
  connected().queue.savepoint(tx, work)

/** Connects to an engine other than the configured one. For tests and the command line. */
export function connect(engine: Engine): void {
  shared.seraiDatabase = { engine, reader: databaseOver(engine.read), queue: new TransactionQueue(engine) }
}

/** Waits for what is queued, then closes. The next use opens anew. */
export async function disconnect(): Promise<void> {
  const open = shared.seraiDatabase
  shared.seraiDatabase = undefined
  await open?.queue.idle()
  await open?.engine.close()
}

export const engineName = () => connected().engine.name

function connected(): Connected {
  if (!shared.seraiDatabase) connect(openSqlite(env().databaseFile))
  return shared.seraiDatabase as Connected
}
