import * as z from 'zod'
import { type AttendeeList, attendeeList, listHref } from '#lib/attendees/schema/list'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

export const format = z.enum(FORMATS)

/** What every form of an attendee's page sends along: whom it is about, and the list one came from. */
export const subject = z.object({
  slug: z.string().max(80).default(''),
  id: z.string().max(40).default(''),
  /** With many columns it is long. */
  list: z.string().max(12_000).default(''),
})

/** The list as a query string says it. */
export const listOf = (query: string): AttendeeList => {
  const params: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) params[name] = value
  return attendeeList.parse(params)
}

/** What came of an act, as the page's address tells it. */
export const outcome = z.object({
  did: z
    .enum(['confirm', 'override', 'offer', 'decline', 'wait', 'cancel', 'correct', 'answer', 'unchanged'])
    .optional()
    .catch(undefined),
  refused: z.enum(['full', 'not-possible', 'reason', 'other']).optional().catch(undefined),
  pool: z.string().max(120).optional().catch(undefined),
  /** The ids of those who moved up. */
  up: z
    .string()
    .max(2000)
    .transform((ids) => ids.split(',').filter(Boolean))
    .catch([]),
})
export type Outcome = z.output<typeof outcome>

/** Where an attendee's record stands, with the list one came from and, after an act, what came of it. */
export function recordHref(
  slug: string,
  id: string,
  list: AttendeeList,
  came: Partial<Record<keyof Outcome, string>> = {},
): string {
  const params = new URLSearchParams(listHref(list, { page: list.page }))
  for (const [name, value] of Object.entries(came)) if (value) params.set(name, value)
  const query = params.toString()
  return `/desk/${slug}/attendees/${id}${query ? `?${query}` : ''}`
}
