import 'server-only'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendeeTypes, attendeeTypeTexts, eventPartners, events, eventTexts, notices } from '#db/schema/events'
import {
  formSections,
  formSectionTexts,
  questionOptions,
  questionOptionTexts,
  questions,
  questionTexts,
} from '#db/schema/forms'
import { seatPools } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { EventState, Worded } from '#lib/events/policy/checklist'
import { defaultNotice } from '#lib/events/policy/defaults'
import { isLocale } from '#lib/i18n/locales'

export type EventOverview = NonNullable<Awaited<ReturnType<typeof eventOverview>>>

/** How the setup of an event stands, for the checklist and for one line a page. Null when the actor may not read it. */
export async function eventOverview(actor: Actor, eventId: string) {
  const [row] = await db()
    .select({
      approval: events.approval,
      freezesAt: events.freezesAt,
      confirmHours: events.confirmHours,
      coverId: events.coverId,
      accent: events.accent,
      listVisibility: events.listVisibility,
      taken: seatPools.taken,
    })
    .from(events)
    .leftJoin(seatPools, and(eq(seatPools.eventId, events.id), eq(seatPools.key, 'event')))
    .where(and(eq(events.id, eventId), within(actor, 'read', events.id)))
  const state = row && (await eventState(db(), eventId))
  if (!row || !state) return null
  const [partners, asked, latest] = await Promise.all([
    db().select({ n: count() }).from(eventPartners).where(eq(eventPartners.eventId, eventId)),
    db()
      .select({ n: count() })
      .from(questions)
      .innerJoin(formSections, eq(formSections.id, questions.sectionId))
      .where(and(eq(questions.eventId, eventId), isNull(questions.archivedAt), isNull(formSections.archivedAt))),
    latestNotice(db(), eventId),
  ])
  return {
    ...row,
    state,
    ownNotice: !isDefault(state.notice),
    partners: partners[0]?.n ?? 0,
    questions: asked[0]?.n ?? 0,
    noticeVersion: latest[0]?.version ?? 0,
    noticeAt: latest[0]?.createdAt ?? null,
  }
}

/** What the checklist looks at. For queries and mutations that have checked who asks. */
export async function eventState(reader: Db, eventId: string): Promise<EventState | null> {
  const [row] = await reader
    .select({
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      opensAt: events.opensAt,
      closesAt: events.closesAt,
      defaultLocale: events.defaultLocale,
      contactEmail: events.contactEmail,
      hostId: events.hostId,
      onlineUrl: events.onlineUrl,
      capacity: seatPools.capacity,
    })
    .from(events)
    .leftJoin(seatPools, and(eq(seatPools.eventId, events.id), eq(seatPools.key, 'event')))
    .where(eq(events.id, eventId))
  if (!row) return null
  const [texts, types, notice, form] = await Promise.all([
    textsOf(reader, eventId),
    typeNames(reader, eventId),
    latestNotice(reader, eventId),
    formTexts(reader, eventId),
  ])
  const body = notice.map((one) => ({ id: 'notice', locale: one.locale, text: one.body }))
  return { ...row, texts, types: worded(types), notice: worded(body)[0] ?? {}, form }
}

const textsOf = (reader: Db, eventId: string) =>
  reader
    .select({
      locale: eventTexts.locale,
      title: eventTexts.title,
      subtitle: eventTexts.subtitle,
      city: eventTexts.city,
      venue: eventTexts.venue,
      address: eventTexts.address,
      lead: eventTexts.lead,
      about: eventTexts.about,
      outline: eventTexts.outline,
      practical: eventTexts.practical,
    })
    .from(eventTexts)
    .where(eq(eventTexts.eventId, eventId))
    .orderBy(asc(eventTexts.locale))

const typeNames = (reader: Db, eventId: string) =>
  reader
    .select({ id: attendeeTypes.id, locale: attendeeTypeTexts.locale, text: attendeeTypeTexts.name })
    .from(attendeeTypes)
    .innerJoin(attendeeTypeTexts, eq(attendeeTypeTexts.typeId, attendeeTypes.id))
    .where(and(eq(attendeeTypes.eventId, eventId), isNull(attendeeTypes.archivedAt)))
    .orderBy(asc(attendeeTypes.position), asc(attendeeTypes.id))

async function latestNotice(reader: Db, eventId: string) {
  const rows = await reader
    .select({ version: notices.version, locale: notices.locale, body: notices.body, createdAt: notices.createdAt })
    .from(notices)
    .where(eq(notices.eventId, eventId))
  const version = Math.max(0, ...rows.map((row) => row.version))
  return rows.filter((row) => row.version === version)
}

/** What of the form is asked, each text in its languages. */
async function formTexts(reader: Db, eventId: string): Promise<Worded[]> {
  const standing = and(eq(questions.eventId, eventId), isNull(questions.archivedAt))
  const [sections, labels, options] = await Promise.all([
    reader
      .select({ id: formSections.id, locale: formSectionTexts.locale, text: formSectionTexts.title })
      .from(formSections)
      .innerJoin(formSectionTexts, eq(formSectionTexts.sectionId, formSections.id))
      .where(and(eq(formSections.eventId, eventId), isNull(formSections.archivedAt))),
    reader
      .select({ id: questions.id, locale: questionTexts.locale, text: questionTexts.label, help: questionTexts.help })
      .from(questions)
      .innerJoin(questionTexts, eq(questionTexts.questionId, questions.id))
      .where(standing),
    reader
      .select({ id: questionOptions.id, locale: questionOptionTexts.locale, text: questionOptionTexts.label })
      .from(questionOptions)
      .innerJoin(questions, eq(questions.id, questionOptions.questionId))
      .innerJoin(questionOptionTexts, eq(questionOptionTexts.optionId, questionOptions.id))
      .where(and(standing, isNull(questionOptions.archivedAt))),
  ])
  const helps = labels.map(({ id, locale, help }) => ({ id, locale, text: help }))
  return [sections, labels, helps, options].flatMap((rows) => worded(rows))
}

const worded = (rows: readonly { id: string; locale: string; text: string }[]): Worded[] =>
  [...Map.groupBy(rows, (row) => row.id).values()].map((each) =>
    Object.fromEntries(each.map(({ locale, text }) => [locale, text])),
  )

const isDefault = (notice: Worded) =>
  Object.entries(notice).some(([locale, body]) => isLocale(locale) && defaultNotice([locale])[locale] === body)
