import * as z from 'zod'

/** `waiting` has its turn still to come, `doubtful` may have gone twice. */
export const MAIL_TABS = ['all', 'waiting', 'retry', 'failed', 'doubtful', 'stopped', 'sent'] as const
export type MailTab = (typeof MAIL_TABS)[number]

const DEEDS = ['retried', 'retried-all', 'stopped', 'late'] as const
export type MailDeed = (typeof DEEDS)[number]

/** The messages of an event as the page's address describes them. */
export const mailList = z.object({
  tab: z.enum(MAIL_TABS).catch('all'),
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  attendee: z.uuid().optional().catch(undefined),
  did: z.enum(DEEDS).optional().catch(undefined),
  at: z.string().max(20).default('').catch(''),
  n: z.coerce.number().int().min(0).default(0).catch(0),
})
export type MailList = z.output<typeof mailList>

/** The query string of the list with some of it changed; anything but the page begins at page 1. */
export function mailHref(list: MailList, change: Partial<MailList> = {}): string {
  const next = { ...list, page: 1, ...change }
  const params = new URLSearchParams()
  if (next.tab !== 'all') params.set('tab', next.tab)
  if (next.q) params.set('q', next.q)
  if (next.attendee) params.set('attendee', next.attendee)
  if (next.page !== 1) params.set('page', String(next.page))
  return `?${params}`
}

/** Where messages are told: those of an event, or, without one, those to the people who work here. */
export const mailHome = (slug: string) => (slug ? `/desk/${slug}/mail` : '/desk/mail')
