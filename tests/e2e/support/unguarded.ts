/**
 * Loaded into the built server by one test: the statement that admits looks no more whether there is room, but at what the count was a moment ago, as a
 * check before the transaction would. It is changed on its way to the database, inside real requests.
 */
type Write = (sql: string, params: unknown[], method: string) => Promise<unknown[][]>
const shared = globalThis as typeof globalThis & { seraiDatabase?: { engine: { write: Write } } }

const GUARD = /^update "seat_pools" set "taken" = "seat_pools"\."taken" \+ 1 where \(.*"capacity".*\) returning/
let calls = 0
let full = false

process.on('message', () => {
  if (!shared.seraiDatabase) throw new Error('The server has not opened its database.')
  const { engine } = shared.seraiDatabase
  const write = engine.write
  engine.write = async (sql, params, method) => {
    if (!GUARD.test(sql)) return write(sql, params, method)
    const [poolId] = params
    if (calls++ % 8 === 0) {
      const [pool] = await write('select capacity, taken from seat_pools where id = ?', [poolId], 'all')
      full = pool?.[0] !== null && Number(pool?.[1]) >= Number(pool?.[0])
    }
    return full ? [] : write('update seat_pools set taken = taken + 1 where id = ? returning id', [poolId], method)
  }
  process.send?.('unguarded')
})
