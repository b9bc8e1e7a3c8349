import * as z from 'zod'
import { type AttendeeList, attendeeList, listHref } from '#lib/attendees/schema/list'
import { MANY_ACTS, type ManyAct } from '#lib/rosters/policy/many'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

export const format = z.enum(FORMATS)

/** What every form of an attendee's page sends along: whom it is about, and the list one came from. */
export const subject = z.object({
  slug: z.string().max(80).default(''),
  id: z.string().max(40).default(''),
  /** With many columns it is long. */
  list: z.string().max(12_000).default(''),
  /** The screen one came from, where it is not the attendee's own; `list` then says which page of it. */
  from: z.enum(['waiting']).optional().catch(undefined),
})

/** The list as a query string says it. */
export const listOf = (query: string): AttendeeList => {
  const params: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) params[name] = value
  return attendeeList.parse(params)
}

const idList = z
  .string()
  .max(2000)
  .transform((ids) => ids.split(',').filter(Boolean))
  .catch([])

/** What came of an act, as the page's address tells it. */
export const outcome = z.object({
  did: z
    .enum(['confirm', 'override', 'offer', 'decline', 'wait', 'cancel', 'correct', 'answer', 'unchanged'])
    .optional()
    .catch(undefined),
  refused: z.enum(['full', 'not-possible', 'reason', 'other']).optional().catch(undefined),
  pool: z.string().max(120).optional().catch(undefined),
  /** The ids of those who moved up. */
  up: idList,
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

/** So many can be ticked: a page of the list, and more than one tab has of it. */
const MOST_TICKED = 200

/** A decision about many, as the list's form says it: what is to be done, and to whom. */
export const manyChoice = z.object({
  act: z.enum(MANY_ACTS).catch('confirm'),
  list: z.string().max(12_000).catch('').transform(listOf),
  all: z
    .string()
    .optional()
    .transform((value) => value === '1')
    .catch(false),
  id: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()))
    .transform((ids) => [...new Set(ids)].slice(0, MOST_TICKED))
    .catch([]),
})

/** Where such a decision is looked at before it is made. */
export const manyHref = (slug: string): string => `/desk/${slug}/attendees/decide`

/** The list once the act is done: those who have that status now. */
export const afterHref = (slug: string, act: ManyAct): string =>
  `/desk/${slug}/attendees${listHref(attendeeList.parse({}), { status: AFTER[act] })}`

const AFTER = { confirm: 'confirmed', decline: 'declined', cancel: 'cancelled' } as const

const whole = z.coerce.number().int().min(0).max(100_000).catch(0)

/** The waiting list's address: which page, whose acts are open, how many would be offered a place; and what came of an act. */
export const waitingView = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** Whose acts are open. */
  at: z.uuid().optional().catch(undefined),
  /** How many are to be offered a place, to be looked at first. */
  next: whole.transform((n) => Math.min(n, MOST_OFFERED)),
  did: z
    .enum(['confirm', 'override', 'offer', 'decline', 'wait', 'cancel', 'move', 'hold', 'release', 'offers'])
    .optional()
    .catch(undefined),
  refused: outcome.shape.refused,
  pool: outcome.shape.pool,
  up: idList,
  /** Whom it was about, and the place that came of it. */
  who: z.uuid().optional().catch(undefined),
  to: whole,
  /** How many were offered a place, and how many could not be. */
  n: whole,
  not: whole,
})
export type WaitingView = z.output<typeof waitingView>

/** So many places are offered in one go. */
export const MOST_OFFERED = 50

export function waitingHref(
  slug: string,
  page: number,
  change: Partial<Record<keyof WaitingView, string | number>> = {},
  anchor = '',
): string {
  const params = new URLSearchParams(page > 1 ? { page: String(page) } : {})
  for (const [name, value] of Object.entries(change)) if (value) params.set(name, String(value))
  const query = params.toString()
  return `/desk/${slug}/waiting${query ? `?${query}` : ''}${anchor}`
}
