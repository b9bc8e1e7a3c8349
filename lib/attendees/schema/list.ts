import * as z from 'zod'
import { ATTENDEE_STATUSES } from '#db/enums'

/** The columns a list can show and export, in their order. `name` always stands. */
export const COLUMNS = [
  'name',
  'nativeName',
  'title',
  'position',
  'institution',
  'place',
  'type',
  'status',
  'registered',
  'code',
  'email',
  'phone',
] as const
export type Column = (typeof COLUMNS)[number]
export const DEFAULT_COLUMNS: readonly Column[] = [
  'name',
  'nativeName',
  'institution',
  'place',
  'type',
  'status',
  'registered',
]

export const SORTS = ['name', 'institution', 'type', 'status', 'registered', 'code'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 25

/**
 * The list as its address describes it: what the screen shows and what the export holds. Whatever an address
 * says that no list can be made of is left out, so that an old or mistyped link still opens.
 */
export const attendeeList = z.object({
  status: z.enum(ATTENDEE_STATUSES).optional().catch(undefined),
  q: z.string().trim().max(200).catch(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  institution: z.uuid().optional().catch(undefined),
  type: z.uuid().optional().catch(undefined),
  sort: z.enum(SORTS).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  cols: z
    .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.string()))
    .transform((names): readonly Column[] => COLUMNS.filter((column) => column === 'name' || names.includes(column)))
    .catch(DEFAULT_COLUMNS),
})
export type AttendeeList = z.output<typeof attendeeList>

/** The query string of a list, with some of it changed; defaults are left out, and a change of anything but the page begins at page 1. */
export function listHref(list: AttendeeList, change: Partial<AttendeeList> = {}): string {
  const next = { ...list, page: 1, ...change }
  const params = new URLSearchParams()
  for (const key of ['status', 'q', 'country', 'institution', 'type'] as const)
    if (next[key]) params.set(key, next[key])
  if (next.sort !== 'name') params.set('sort', next.sort)
  if (next.dir !== 'asc') params.set('dir', next.dir)
  if (next.page !== 1) params.set('page', String(next.page))
  if (next.cols.join() !== DEFAULT_COLUMNS.join()) params.set('cols', next.cols.join(','))
  const query = params.toString()
  return query ? `?${query}` : '?'
}
