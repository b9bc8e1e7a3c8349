import type { SetupPage } from '#lib/events/policy/checklist'

/** The page of an event's setup that is about something. The form has a desk of its own. */
export const setupHref = (slug: string, page: SetupPage | 'look' | 'limits'): string =>
  page === 'form' ? `/desk/${slug}/form` : `/desk/${slug}/setup/${page}`
