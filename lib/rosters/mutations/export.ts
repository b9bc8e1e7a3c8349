import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { attendeeIds } from '#lib/attendees/queries/list'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { type AnyColumn, type AttendeeList, columnOf, isQuestionColumn, knownList } from '#lib/attendees/schema/list'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import type { Format } from '#lib/rosters/schema'

export type Order = {
  list: AttendeeList
  format: Format
  /** Sensitive questions whose answers shall be in the file, by their ids: organizers choose them one by one. */
  sensitive?: readonly string[]
}
export type Ordered = { ids: string[]; columns: AnyColumn[] }

/**
 * Takes down who exports which list, how and how many, and answers the ids and columns that the file will hold, in their order. All pages of the
 * list. For staff and organizers; sensitive answers for organizers alone.
 */
export async function exportRoster(
  actor: Actor,
  event: { eventId: string; defaultLocale: string },
  { list: wanted, format, sensitive = [] }: Order,
  now = new Date(),
): Promise<Result<Ordered, { reason: 'not-found' }>> {
  const { eventId, defaultLocale } = event
  const asked = await listQuestions(actor, { eventId, defaultLocale, locale: defaultLocale })
  const list = knownList(wanted, asked.questions)
  const chosen = asked.sensitive.filter(({ id }) => sensitive.includes(id))
  if (chosen.length < new Set(sensitive).size) return refuse('not-found')
  const ids = await attendeeIds(actor, eventId, list)
  return transaction(async (tx) => {
    const need = chosen.length > 0 ? 'decide' : 'read'
    const [row] = await tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.id, eventId), within(actor, need, events.id)))
    if (!row) return refuse('not-found')
    const { status, q, country, institution, type, answers, sort, dir } = list
    const filter = { status, q, country, institution, type, answers, sort, dir }
    const shown = asked.questions.filter(({ id }) => list.cols.includes(columnOf(id)))
    const after = {
      format,
      count: ids.length,
      columns: list.cols.filter((column) => !isQuestionColumn(column)),
      questions: shown.map(({ label }) => label.text),
      sensitive: chosen.map(({ label }) => label.text),
      filter,
    }
    await record(tx, actor, { verb: 'roster.export', eventId, after }, now)
    return done({ ids, columns: [...list.cols, ...chosen.map(({ id }) => columnOf(id))] })
  })
}
