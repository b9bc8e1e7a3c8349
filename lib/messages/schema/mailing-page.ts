import * as z from 'zod'
import { instantOf } from '#lib/events/policy/zone'
import { line } from '#lib/input'

export const MAILING_TABS = ['all', 'sent', 'open', 'failed', 'stopped', 'skipped'] as const
export type MailingTab = (typeof MAILING_TABS)[number]

const DEEDS = [
  ...(['saved', 'redirected', 'tested', 'scheduled', 'sending', 'cancelled', 'dropped', 'resent'] as const),
  ...(['nobody', 'past', 'others', 'late'] as const),
]
type MailingDeed = (typeof DEEDS)[number]

const uuid = z.uuid().optional().catch(undefined)

/** What the page of a letter to many shows, as its address says it. */
export const mailingPage = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  at: z.string().max(20).default('').catch(''),
  n: z.coerce.number().int().min(0).default(0).catch(0),
  tab: z.enum(MAILING_TABS).catch('all'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** As whom it is previewed, and in which language. */
  as: uuid,
  in: z.string().max(10).optional().catch(undefined),
  /** What was typed as a time that would not do. */
  typed: z.string().max(30).optional().catch(undefined),
})
export type MailingPage = z.output<typeof mailingPage>

export function mailingHref(slug: string, id: string, more: Record<string, string | number | undefined> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(more))
    if (value !== undefined && value !== '') params.set(name, `${value}`)
  const query = params.toString()
  return `/desk/${slug}/mailings/${id}${query ? `?${query}` : ''}`
}

/** After an act: `at` is of that act alone, so that what came of it takes the focus. */
export const didHref = (slug: string, id: string, did: MailingDeed, more: Record<string, string | number> = {}) =>
  mailingHref(slug, id, { did, at: Date.now().toString(36), ...more })

/** A time of the event's clock. */
export const sendAt = (timeZone: string) =>
  z.object({ sendAt: line(30).transform((text) => instantOf(text, timeZone)) })
