import 'server-only'
import { transaction } from '#db/client'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayCreateEvents } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { insertEvent, type WholeEvent } from '#lib/events/mutations/insert'
import { makeOrganizer, slugFor } from '#lib/events/mutations/maker'
import { defaultNotice, defaultTypes } from '#lib/events/policy/defaults'
import type { Draft } from '#lib/events/schema/draft'

/** Makes a new event from few fields, the rest by good defaults; its maker organizes it. For administrators and for organizers of any event. */
export async function draftEvent(
  actor: Actor,
  input: Draft,
  now = new Date(),
): Promise<Result<{ id: string; slug: string }, { reason: 'forbidden' | 'slug-taken' }>> {
  return transaction(async (tx) => {
    if (!(await mayCreateEvents(tx, actor))) return refuse('forbidden')
    const slug = await slugFor(tx, input.slug, input.title, input.startsOn)
    const made = await insertEvent(tx, wholeOf({ ...input, slug }), now)
    if (!made) return refuse('slug-taken')
    const after = { slug, capacity: input.capacity }
    await record(tx, actor, { verb: 'event.create', eventId: made.id, subjectId: made.id, after }, now)
    await makeOrganizer(tx, actor, made.id, now)
    return done({ id: made.id, slug })
  })
}

/** Registration is open at once on publishing, and whoever takes part may see who else does if they agreed to be seen. */
function wholeOf({ title, city, locales, ...event }: Draft): WholeEvent {
  const nothing = { title: '', subtitle: '', city: '', venue: '', lead: '', about: '', outline: '', practical: '' }
  const textIn = (locale: string) => (locale === event.defaultLocale ? { ...nothing, title, city } : nothing)
  return {
    ...event,
    status: 'draft',
    opensAt: null,
    closesAt: null,
    countryCode: null,
    hostId: null,
    partnerIds: [],
    funder: null,
    programme: '',
    projectNumber: '',
    listVisibility: 'participants',
    isExample: false,
    texts: Object.fromEntries(locales.map((locale) => [locale, textIn(locale)])),
    types: defaultTypes(locales),
    notice: defaultNotice(locales),
  }
}
