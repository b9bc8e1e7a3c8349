import 'server-only'
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { messageTexts, reminders } from '#db/schema/mailings'
import { listName } from '#lib/attendees/policy'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { isLetter, type LetterKind, natureOf } from '#lib/messages/policy/kinds'
import { reminderAt } from '#lib/messages/policy/reminders'
import { defaultWording, type Wording } from '#lib/messages/queries/wording'

// What the desk shows of an event's letters, for those who may decide; null for all others.

const mine = (actor: Actor, eventId: string) => and(eq(events.id, eventId), within(actor, 'decide', events.id))

/** The languages in which each kind is worded by the organizers. */
export async function ownWordings(actor: Actor, eventId: string): Promise<Map<LetterKind, Locale[]>> {
  const rows = await db()
    .select({ kind: messageTexts.kind, locale: messageTexts.locale })
    .from(messageTexts)
    .innerJoin(events, eq(events.id, messageTexts.eventId))
    .where(mine(actor, eventId))
  const own = new Map<LetterKind, Locale[]>()
  for (const { kind, locale } of rows)
    if (isLetter(kind))
      own.set(
        kind,
        LOCALES.filter((one) => one === locale || own.get(kind)?.includes(one)),
      )
  return own
}

export type Wordings = Record<Locale, Wording & { own: boolean }>

/** How a letter is worded in every language, and whether by the organizers. */
export async function wordingsOf(
  actor: Actor,
  eventId: string,
  kind: LetterKind,
  reader: Db = db(),
): Promise<Wordings | null> {
  const [event] = await reader.select({ id: events.id }).from(events).where(mine(actor, eventId))
  if (!event) return null
  const rows = await reader
    .select({ locale: messageTexts.locale, subject: messageTexts.subject, body: messageTexts.body })
    .from(messageTexts)
    .where(and(eq(messageTexts.eventId, eventId), eq(messageTexts.kind, kind)))
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const own = rows.find((row) => row.locale === locale)
      const { subject, body } = own ?? defaultWording(kind, locale)
      return [locale, { subject, body, own: own !== undefined }]
    }),
  ) as Wordings
}

const SOME = 30

/** A few people to try a letter on, those first for whom it would be true. */
export async function trialPeople(
  actor: Actor,
  eventId: string,
  kind: LetterKind,
): Promise<{ id: string; name: string }[]> {
  const { trueWhile } = natureOf(kind)
  const people = (fitting: boolean) =>
    db()
      .select({
        id: attendees.id,
        givenName: attendees.givenName,
        familyName: attendees.familyName,
      })
      .from(attendees)
      .where(
        and(
          eq(attendees.eventId, eventId),
          within(actor, 'decide', attendees.eventId),
          fitting && trueWhile ? inArray(attendees.status, [...trueWhile]) : undefined,
        ),
      )
      .orderBy(asc(attendees.sortKey), asc(attendees.id))
      .limit(SOME)
  const found = [...(await people(true)), ...(trueWhile ? await people(false) : [])]
  const once = new Map(found.map((person) => [person.id, { id: person.id, name: listName(person) }]))
  return [...once.values()].slice(0, SOME)
}

/** The reminders of an event with their moments, the earliest first, and how many would get one now. */
export async function remindersOf(actor: Actor, eventId: string) {
  const [event] = await db()
    .select({ startsOn: events.startsOn, timeZone: events.timeZone })
    .from(events)
    .where(mine(actor, eventId))
  if (!event) return null
  const rows = await db()
    .select({ id: reminders.id, daysBefore: reminders.daysBefore, sentAt: reminders.sentAt })
    .from(reminders)
    .where(eq(reminders.eventId, eventId))
    .orderBy(desc(reminders.daysBefore))
  const [seated] = await db()
    .select({ n: count() })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(attendees.status, 'confirmed')))
  return { people: seated?.n ?? 0, rows: rows.map((row) => ({ ...row, at: reminderAt(event, row.daysBefore) })) }
}
