import * as z from 'zod'
import { type RegistryList, registryHref, registryList } from '#lib/institutions/schema/list'

/** What can have been done to an institution, each told in the part of its page where it was done. */
const DEEDS = [
  ...(['add', 'confirm', 'retire', 'restore', 'merge', 'unmerge', 'facts'] as const),
  ...(['name', 'name-added', 'name-removed', 'identifier', 'identifier-removed'] as const),
] as const
export type Deed = (typeof DEEDS)[number]

const REFUSALS = ['not-possible', 'others-events', 'merged-since', 'last'] as const
export type Refusal = (typeof REFUSALS)[number]

const count = z.coerce.number().int().min(0).catch(0)

/** An institution's page as its address describes it; what makes no sense is left out. */
export const registryView = z.object({
  /** What is a form now: `facts`, `name` or `identifier` for a new one, or the id of a name. */
  edit: z.string().max(40).catch(''),
  did: z.enum(DEEDS).optional().catch(undefined),
  refused: z.enum(REFUSALS).optional().catch(undefined),
  /** The merge just done, how many moved with it and how many of those who waited got a place. */
  merge: z.uuid().optional().catch(undefined),
  moved: count,
  promoted: count,
  /** The merged institution that was asked for. */
  was: z.uuid().optional().catch(undefined),
  from: z.string().max(600).catch(''),
})
export type RegistryView = z.output<typeof registryView>

type Came = Partial<Record<keyof RegistryView | 'into', string | number>>

/** The list one came from, as the address of a page carries it. */
export function listFrom(query: string): RegistryList {
  return registryList.parse(Object.fromEntries(new URLSearchParams(query)))
}

/** How the address of a page carries the list one came from. */
export const queryOf = (list: RegistryList): string => registryHref(list, { page: list.page }).split('?')[1] ?? ''

/** Where an institution's page stands, or its page for merging. `from` is the list's query. */
export function institutionHref(id: string, from: string, came: Came = {}, page: '' | '/merge' = ''): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(came)) if (value) params.set(name, String(value))
  if (from) params.set('from', from)
  const query = params.toString()
  return `/desk/institutions/${id}${page}${query ? `?${query}` : ''}`
}

/** What every form of an institution's page sends along. */
export const registrySubject = z.object({
  id: z.string().max(40).default(''),
  from: z.string().max(600).default(''),
})

/** The page of a merge: what is searched, which one was chosen, what stood in the way. */
export const mergeView = z.object({
  q: z.string().trim().max(200).catch(''),
  into: z.uuid().optional().catch(undefined),
  refused: z.enum(REFUSALS).optional().catch(undefined),
  from: z.string().max(600).catch(''),
})
