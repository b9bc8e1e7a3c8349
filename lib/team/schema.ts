import * as z from 'zod'
import { ROLES } from '#db/enums'
import { LOCALES } from '#lib/i18n/locales'

export const LONGEST = 20_000

/** Whom to ask, as what, in which language. Error messages are codes that the page words. */
export const asked = z.object({
  emails: z
    .string()
    .default('')
    .refine((text) => text.trim() !== '', 'nobody')
    .refine((text) => text.length <= LONGEST, 'too-many'),
  role: z.enum(ROLES, 'choose'),
  locale: z.enum(LOCALES, 'choose'),
})

/** Which role somebody gets instead of the one held. */
export const newRole = z.object({ role: z.enum(ROLES, 'choose') })

const DEEDS = ['invite', 'role', 'resend', 'remove'] as const
const REFUSALS = ['last-organizer', 'came', 'too-soon', 'too-many'] as const

/** What came of the act that led back to the page; `at` is of that act alone. */
export const outcome = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  refused: z.enum(REFUSALS).optional().catch(undefined),
  at: z.string().max(20).catch('').default(''),
  count: z.coerce.number().int().min(0).max(1000).catch(0).default(0),
  kept: z.coerce.number().int().min(0).max(1000).catch(0).default(0),
  /** Whom it was about, by id. */
  who: z.string().max(40).catch('').default(''),
})
export type Outcome = z.output<typeof outcome>

type Came = { did: (typeof DEEDS)[number] } | { refused: (typeof REFUSALS)[number] }

export const teamHref = (slug: string): string => `/desk/${slug}/team`

/** The page of the team with what came of an act. */
export function cameHref(slug: string, came: Came, more: { count?: number; kept?: number; who?: string } = {}): string {
  const told = Object.entries(more).map(([name, value]): [string, string] => [name, String(value)])
  return `${teamHref(slug)}?${new URLSearchParams([...Object.entries(came), ['at', Date.now().toString(36)], ...told])}`
}
