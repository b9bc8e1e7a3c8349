import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { compose } from '#lib/messages/queries/compose'
import { NOW } from '#tests/setup/factories'

/** The letters to somebody, in order. */
export const letters = (id: string) => db().select().from(outbox).where(eq(outbox.attendeeId, id)).orderBy(outbox.id)

/** The letter that was put into the outbox last, as it goes out. */
export async function lastLetter(id: string, now = NOW) {
  const row = (await letters(id)).at(-1)
  return row ? compose({ ...row, attempts: 1 }, now) : null
}

/** What stands in a link of a letter. */
export const tokenIn = (text: string | undefined, path: string) => text?.split(path)[1]?.match(/^[\w-]+/)?.[0] ?? ''
