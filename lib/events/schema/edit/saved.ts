import * as z from 'zod'

/** The setup pages that are edited by this kind of form. */
export type EditPage = 'facts' | 'partners' | 'texts' | 'registration' | 'types' | 'limits' | 'notice' | 'look'

const DEEDS = [
  ...(['saved', 'unchanged', 'capacity', 'limit', 'added', 'removed', 'moved', 'host'] as const),
  ...(['archived', 'restored', 'last', 'told', 'nothing-to-tell'] as const),
]
export type EditDeed = (typeof DEEDS)[number]

/** What came of the act that led back to the page; `at` is of that act alone, so that a form is made anew after each. */
export const editOutcome = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  at: z.string().max(20).default('').catch(''),
  /** How many moved up from the waiting list. */
  promoted: z.coerce.number().int().min(0).default(0).catch(0),
  /** The attendee type that is being renamed. */
  edit: z.string().max(40).default('').catch(''),
})
export type EditOutcome = z.output<typeof editOutcome>

export function editHref(slug: string, page: EditPage, did: EditDeed, more: Record<string, string> = {}): string {
  return `/desk/${slug}/setup/${page}?${new URLSearchParams({ did, at: Date.now().toString(36), ...more })}`
}

export const savedHref = (slug: string, page: EditPage, changed: boolean): string =>
  editHref(slug, page, changed ? 'saved' : 'unchanged')
