import * as z from 'zod'
import { INSTITUTION_STATUSES } from '#db/enums'

export const PAGE_SIZE = 50

/** The registry as its address describes it; what no list can be made of is left out. */
export const registryList = z.object({
  status: z.enum(INSTITUTION_STATUSES).catch('active'),
  q: z.string().trim().max(200).catch(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type RegistryList = z.output<typeof registryList>

/** The address of a list, with some of it changed; defaults are left out, and a change of anything but the page begins at page 1. */
export function registryHref(list: RegistryList, change: Partial<RegistryList> = {}): string {
  const next = { ...list, page: 1, ...change }
  const params = new URLSearchParams()
  if (next.status !== 'active') params.set('status', next.status)
  if (next.q) params.set('q', next.q)
  if (next.country) params.set('country', next.country)
  if (next.page !== 1) params.set('page', String(next.page))
  const query = params.toString()
  return `/desk/institutions${query ? `?${query}` : ''}`
}
