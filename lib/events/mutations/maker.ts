import 'server-only'
import { like } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { memberships } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { freeSlug, slugOf } from '#lib/events/policy/slug'
import { slug as slugSchema } from '#lib/events/schema/new-event'

/** Whoever makes an event organizes it. */
export async function makeOrganizer(tx: Tx, actor: Actor, eventId: string, now: Date): Promise<void> {
  if (actor.kind !== 'user') return
  const { userId } = actor
  await tx.insert(memberships).values({ userId, eventId, role: 'organizer', since: now })
  await record(tx, actor, { verb: 'user.grant', eventId, subjectId: userId, after: { role: 'organizer' } }, now)
}

/** The address that was asked for, else one made from the title that no other event has. */
export async function slugFor(tx: Tx, wanted: string, title: string, startsOn: string): Promise<string> {
  if (wanted) return wanted
  const rows = await tx
    .select({ slug: events.slug })
    .from(events)
    .where(like(events.slug, `${slugOf(title)}%`))
  const taken = new Set(rows.map((row) => row.slug))
  return freeSlug(title, startsOn, (slug) => !taken.has(slug) && slugSchema.safeParse(slug).success)
}
