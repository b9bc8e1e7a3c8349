import { setTimeout as sleep } from 'node:timers/promises'
import { count, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, engineName, savepoint, type Tx, transaction } from '#db/client'
import { users } from '#db/schema/auth'

const add = (tx: Tx, id: string) => tx.insert(users).values({ id, email: `${id}@desk.test` })
const there = async (id: string) => (await db().select({ n: count() }).from(users).where(eq(users.id, id)))[0]?.n === 1

const ENDED = 'A statement after its transaction ended'

describe('transaction', () => {
  it('keeps what it wrote and answers the value', async () => {
    const answer = await transaction(async (tx) => {
      await add(tx, 'kept')
      return 7
    })
    expect(answer).toBe(7)
    expect(await there('kept')).toBe(true)
  })

  it('undoes everything when the work throws', async () => {
    await expect(
      transaction(async (tx) => {
        await add(tx, 'thrown')
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await there('thrown')).toBe(false)
  })

  it('undoes everything when the answer is a refusal', async () => {
    const answer = await transaction(async (tx) => {
      await add(tx, 'refused')
      return { ok: false, reason: 'full' } as const
    })
    expect(answer).toEqual({ ok: false, reason: 'full' })
    expect(await there('refused')).toBe(false)
  })

  it('does not let one that fails spoil those beside it', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        transaction(async (tx) => {
          await add(tx, `beside${i}`)
          if (i % 3 === 0) throw new Error('stop')
        }),
      ),
    )
    for (const [i, outcome] of outcomes.entries()) {
      expect(outcome.status).toBe(i % 3 === 0 ? 'rejected' : 'fulfilled')
      expect(await there(`beside${i}`)).toBe(i % 3 !== 0)
    }
  })

  it('survives a statement that the database refuses', async () => {
    await transaction(async (tx) => add(tx, 'twice'))
    const [second, other] = await Promise.allSettled([
      transaction(async (tx) => add(tx, 'twice')),
      transaction(async (tx) => add(tx, 'other')),
    ])
    expect(second.status).toBe('rejected')
    expect(other.status).toBe('fulfilled')
    expect(await there('other')).toBe(true)
  })

  it('tells of a failed statement without the values it carried', async () => {
    await transaction(async (tx) => add(tx, 'private'))
    const failure = await transaction(async (tx) => add(tx, 'private')).catch((error: Error) => error)
    expect(String((failure as Error).stack)).not.toContain('private@desk.test')
    expect(JSON.stringify(Object.entries(failure as Error))).not.toContain('private@desk.test')
    expect((failure as Error).message).toContain('insert into "users"')
    const read = await db()
      .select({ id: users.id })
      .from(users)
      .where(sql`no_such_column = ${'private@desk.test'}`)
      .catch((error: Error) => error)
    expect(String((read as Error).stack)).not.toContain('private@desk.test')
    expect((read as Error).message).toContain('no_such_column')
  })

  it('refuses a transaction within a transaction', async () => {
    await expect(transaction(async () => transaction(async () => 1))).rejects.toThrow('pass tx on')
  })

  it('refuses transaction control by hand', async () => {
    await expect(transaction(async (tx) => tx.run(sql`commit`))).rejects.toThrow('Use transaction() and savepoint()')
  })

  it('rolls back work that waits for something other than the database', async () => {
    if (engineName() !== 'sqlite') return
    let late: Promise<unknown> = Promise.resolve()
    const work = transaction(async (tx) => {
      await add(tx, 'slow')
      late = sleep(30).then(() => add(tx, 'late'))
      await late
    })
    await expect(work).rejects.toThrow('waited for something other than the database')
    await expect(late).rejects.toThrow(ENDED)
    expect(await there('slow')).toBe(false)
    expect(await there('late')).toBe(false)
  })

  it('refuses a statement that outlives its transaction', async () => {
    let leaked: Tx | undefined
    await transaction(async (tx) => {
      leaked = tx
    })
    await expect(add(leaked as Tx, 'leaked')).rejects.toThrow(ENDED)
    await transaction(async () => {
      await expect(add(leaked as Tx, 'leaked')).rejects.toThrow(ENDED)
    })
    expect(await there('leaked')).toBe(false)
  })

  it('control: work that only waits for the database may wait often', async () => {
    await transaction(async (tx) => {
      for (let i = 0; i < 50; i++) await add(tx, `often${i}`)
    })
    expect(await there('often49')).toBe(true)
  })
})

describe('savepoint', () => {
  it('undoes a refused part and keeps the rest', async () => {
    await transaction(async (tx) => {
      await add(tx, 'before')
      const answer = await savepoint(tx, async () => {
        await add(tx, 'inside')
        return { ok: false, reason: 'full' } as const
      })
      expect(answer.ok).toBe(false)
      await savepoint(tx, async () => {
        await add(tx, 'second')
        return { ok: true } as const
      })
    })
    expect([await there('before'), await there('inside'), await there('second')]).toEqual([true, false, true])
  })

  it('undoes a part that throws, when the rest goes on', async () => {
    await transaction(async (tx) => {
      await savepoint(tx, async () => {
        await add(tx, 'part')
        throw new Error('stop')
      }).catch(() => {})
      await add(tx, 'rest')
    })
    expect([await there('part'), await there('rest')]).toEqual([false, true])
  })
})
