import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { copyCoverBytes, copyCoverRow } from '#lib/events/mutations/clone/cover'
import { copyForm } from '#lib/events/mutations/clone/form'
import { copyLimits } from '#lib/events/mutations/clone/limits'
import { copyMessages } from '#lib/events/mutations/clone/messages'
import { copyNotice, copyPartners, copyTexts, copyTypes } from '#lib/events/mutations/clone/setup'
import { makeOrganizer, slugFor } from '#lib/events/mutations/maker'
import { endsAfterBegin } from '#lib/events/policy/hours'
import { daysBetween, shiftInstant } from '#lib/events/policy/shift'
import type { Copy } from '#lib/events/schema/draft'
import { newId } from '#lib/ids'

/**
 * Makes a new draft with everything of an event but its people: texts, types, notice, cover, partners, form, limits, own wordings of letters and reminders. What has a date moves by
 * as many days as the event does. The address for joining online stays behind: it belonged to the one meeting. For its organizers.
 */
export async function cloneEvent(
  actor: Actor,
  sourceId: string,
  copy: Copy,
  now = new Date(),
): Promise<Result<{ id: string; slug: string }, { reason: 'not-found' | 'slug-taken' }>> {
  const cover = await copyCoverBytes(actor, sourceId)
  return transaction(async (tx) => {
    const [source] = await tx
      .select()
      .from(events)
      .where(and(eq(events.id, sourceId), within(actor, 'decide', events.id)))
    if (!source) return refuse('not-found')
    // One that was changed meanwhile is left out: the copy has the drawn one.
    const dressed = cover?.from === source.coverId ? cover : null
    const id = newId()
    const days = daysBetween(source.startsOn, copy.startsOn)
    const slug = await slugFor(tx, copy.slug, copy.titles[source.defaultLocale] ?? '', copy.startsOn)
    const shifted = (at: Date | null) => shiftInstant(at, days, source.timeZone)
    const { startsOn, endsOn } = copy
    // A copy of one day may be too short for the hours of an event of two.
    const hours = endsAfterBegin({ ...source, startsOn, endsOn }) ? {} : { startTime: null, endTime: null }
    const [made] = await tx
      .insert(events)
      .values({
        ...source,
        ...{ id, slug, status: 'draft', startsOn, endsOn, ...hours },
        ...{ opensAt: shifted(source.opensAt), closesAt: shifted(source.closesAt) },
        ...{ freezesAt: shifted(source.freezesAt), onlineUrl: '', coverId: dressed?.id ?? null },
        ...{ revision: 1, isExample: false, createdAt: now, updatedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: events.id })
    if (!made) return refuse('slug-taken')
    if (dressed) await copyCoverRow(tx, dressed, id, now)
    await copyTexts(tx, sourceId, id, copy.titles)
    await copyPartners(tx, sourceId, id)
    await copyNotice(tx, sourceId, id, now)
    await copyMessages(tx, sourceId, id, now)
    const types = await copyTypes(tx, sourceId, id)
    const options = await copyForm(tx, sourceId, id, types, days)
    await copyLimits(tx, sourceId, id, new Map([...types, ...options]))
    const states = { before: { slug: source.slug }, after: { slug } }
    await record(tx, actor, { verb: 'event.clone', eventId: id, subjectId: id, ...states }, now)
    await makeOrganizer(tx, actor, id, now)
    return done({ id, slug })
  })
}
