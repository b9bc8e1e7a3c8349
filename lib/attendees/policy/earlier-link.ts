import { sealed } from '#lib/attendees/policy/sealed'
import { env } from '#lib/env'

/** How long the link to a form filled with earlier data is good. */
export const EARLIER_MS = 24 * 3_600_000

type Earlier = { attendeeId: string; linkVersion: number; eventId: string; until: Date }

/** Opens one event's form with what somebody gave at another; no longer once the earlier record's private link is revoked. */
export const earlierToken = ({ attendeeId, linkVersion, eventId, until }: Earlier): string =>
  sealed('earlier data', attendeeId, [linkVersion, eventId], until)

export const earlierLink = ({ slug, ...earlier }: Earlier & { slug: string }): string =>
  `${env().url}/e/${slug}/register?from=${earlierToken(earlier)}`
