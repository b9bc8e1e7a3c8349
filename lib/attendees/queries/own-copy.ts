import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { files } from '#db/schema/files'
import { fullName } from '#lib/attendees/policy'
import { answersOf } from '#lib/attendees/queries/answers'
import { namesFor } from '#lib/attendees/queries/names'
import { consentsOf, messagesOf, ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { countryName } from '#lib/countries/policy'
import { questionsOf } from '#lib/forms/policy/question'
import { answerText } from '#lib/forms/policy/say'
import { formOf } from '#lib/forms/queries/form'
import type { Locale } from '#lib/i18n/locales'
import { spellCode } from '#lib/ids'
import { institutionLabels } from '#lib/institutions/queries/labels'

/** What the copy is made by; raised when a key changes its meaning or goes. */
export const OWN_COPY = { schema: 'serai.own-data', version: 1 } as const

/** Everything held about a participant, in the reader's language, for the participant alone; null for everybody else. */
export async function ownCopy(actor: Actor, locale: Locale, now: Date) {
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) return null
  const [labels, form, answers, sent, consents, messages, history] = await Promise.all([
    institutionLabels([record.institutionId], locale),
    formOf(event, locale, { archived: true }),
    answersOf(record.id),
    filesOf(record.id),
    consentsOf(record.id),
    messagesOf(record.id),
    historyOf(record.id),
  ])
  const questions = questionsOf(form)
  const names = await namesFor([answers], locale)
  const labelOf = (key: string) => questions.find(({ id }) => id === key)?.label.text ?? key
  const plain = (side: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(side).map(([key, value]) => [labelOf(key), value]))
  return {
    ...OWN_COPY,
    madeAt: now,
    language: locale,
    event: {
      title: event.texts.title.text,
      firstDay: event.startsOn,
      lastDay: event.endsOn,
      beginsAt: event.startTime,
      endsAt: event.endTime,
      timeZone: event.timeZone,
      city: event.texts.city.text,
      organizersAddress: event.contactEmail,
    },
    registration: {
      code: spellCode(record.code),
      status: record.status,
      registeredAt: record.registeredAt,
      changedAt: record.updatedAt,
      waiting: record.wait && { place: record.wait.position, of: record.wait.of, since: record.wait.since },
      offeredUntil: record.offerUntil,
      confirmAddressBy: record.confirmBy,
    },
    person: {
      name: fullName(record),
      title: record.title,
      givenName: record.givenName,
      familyName: record.familyName,
      patronymic: record.patronymic,
      nativeName: record.nativeName,
      badgeName: record.badgeName,
      email: record.email,
      phone: record.phone,
      position: record.position,
      institution: labels.get(record.institutionId)?.name ?? record.institutionName,
      institutionCity: record.institutionCity,
      country: countryName(record.countryCode, locale),
      countryCode: record.countryCode,
      comesAs: event.types.find(({ id }) => id === record.typeId)?.name ?? '',
      languageOfLetters: record.locale,
    },
    answers: questions.flatMap((question) => {
      const pieces = answers.get(question.id) ?? []
      if (pieces.length === 0) return []
      return [{ question: question.label.text, answer: answerText(question, pieces, names) }]
    }),
    files: sent.map(({ questionId, ...file }) => ({ question: labelOf(questionId ?? ''), ...file })),
    consents: consents.map(({ id: _, questionId, ...consent }) => ({
      ...consent,
      ...(questionId && { question: labelOf(questionId) }),
    })),
    letters: messages.map(({ id: _, ...message }) => message),
    history: history.map(({ id: _, by: __, actorKind, before, after, reason, ...entry }) => ({
      ...entry,
      by: BY[actorKind],
      before: plain(before),
      after: plain(after),
      ...(TOLD.includes(entry.verb) && { reason }),
    })),
  }
}

const BY = { anonymous: 'you', participant: 'you', user: 'organizers', system: 'program' } as const

/** Deeds whose reason is told to the person anyway; the others' are notes of the organizers for themselves. */
const TOLD: readonly string[] = ['attendee.cancel', 'attendee.decline', 'attendee.wait']

function filesOf(attendeeId: string) {
  return db()
    .select({
      questionId: files.questionId,
      name: files.name,
      mediaType: files.mediaType,
      bytes: files.size,
      sentAt: files.createdAt,
    })
    .from(files)
    .where(and(eq(files.attendeeId, attendeeId), eq(files.purpose, 'answer')))
    .orderBy(asc(files.id))
}
