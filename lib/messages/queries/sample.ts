import 'server-only'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { users } from '#db/schema/auth'
import { env } from '#lib/env'
import { inLanguage } from '#lib/events/policy/address'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import { assembled, type Particulars } from '#lib/messages/policy/assemble'
import { type LetterKind, natureOf } from '#lib/messages/policy/kinds'
import type { Letter } from '#lib/messages/policy/letter'
import { calledIn } from '#lib/messages/policy/name'
import { attendeeOfLetter, type Reader } from '#lib/messages/queries/attendee'
import { asTest, dressed } from '#lib/messages/queries/dressed'
import { type EventOfLetter, eventOfLetter } from '#lib/messages/queries/event'
import { invited } from '#lib/messages/queries/invitation'
import { particularsOf } from '#lib/messages/queries/particulars'
import { type Wording, wordingFor } from '#lib/messages/queries/wording'

type Test = {
  id: string
  kind: LetterKind
  userId: string
  attendeeId: string | null
  eventId: string | null
  locale: string | null
}

/** A test copy for somebody who works on the event, as it would be for the attendee. */
export async function composeTest({ id, kind, userId, ...test }: Test, now: Date): Promise<Mail | null> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  if (!user || !test.eventId) return null
  const locale = isLocale(test.locale) ? test.locale : DEFAULT_LOCALE
  const letter = await sampleOf({ kind, eventId: test.eventId, attendeeId: test.attendeeId, locale }, now)
  return letter && { id, to: user.email, ...dressed(asTest(letter)) }
}

type Sample = {
  kind: LetterKind
  eventId: string
  attendeeId: string | null
  locale: Locale
  wording?: Wording | undefined
}

/**
 * A letter as it would be for an attendee of the event, for others to look at: its links open nothing of anybody's, and what the facts lack is made
 * up; without an attendee all of it. For those who have checked that the reader decides about the event.
 */
export async function sampleOf(
  { kind, eventId, attendeeId, locale, wording }: Sample,
  now: Date,
): Promise<Letter | null> {
  const event = await eventOfLetter(eventId, locale)
  if (!event) return null
  const found = attendeeId ? await attendeeOfLetter(attendeeId) : null
  const reader = found && found.eventId === eventId ? found : madeUp(locale)
  return assembled(wording ?? (await wordingFor(eventId, kind, locale)), event, await tell(), locale)

  function tell() {
    if (kind === 'invitation' || kind === 'handover')
      return invitedSample(kind, reader, event as EventOfLetter, locale, now)
    if (kind === 'earlier') return earlierSample(reader, event as EventOfLetter, locale)
    // As they are when such a letter goes.
    const status = natureOf(kind).trueWhile?.[0] ?? reader.status
    const seated = natureOf(kind).seated ? 'confirmed' : status
    const sample = { ...reader, status: seated }
    return particularsOf({ kind, reader: sample, event: event as EventOfLetter, locale, sample: true, at: null, now })
  }
}

const WEEK_MS = 7 * 86_400_000

function invitedSample(
  kind: 'invitation' | 'handover',
  reader: Reader,
  event: EventOfLetter,
  locale: Locale,
  now: Date,
) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const { givenName, familyName } = reader
  const expiresAt = new Date(now.getTime() + WEEK_MS)
  const invitation = { givenName, familyName, typeId: null, note: '', holds: true, expiresAt }
  const url = env().url + inLanguage(`/e/${event.slug}`, locale)
  return invited(kind, invitation, event, locale, url, kind === 'handover' ? t('example.colleague') : '')
}

function earlierSample(reader: Reader, event: EventOfLetter, locale: Locale): Particulars {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const url = env().url + inLanguage(`/e/${event.slug}`, locale)
  return {
    values: { name: calledIn(locale, reader), link: url },
    link: { label: t('earlier.link'), url },
    facts: [],
    closing: [t('fromInvited', { event: event.title.text })],
  }
}

function madeUp(locale: Locale): Reader {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  return {
    id: null,
    email: 'participant@mail.example',
    status: 'confirmed',
    givenName: t('example.given'),
    familyName: t('example.family'),
    nativeName: '',
    code: 'K7M2QX',
    locale,
    linkVersion: 1,
    confirmBy: null,
    registeredAt: null,
    revision: 1,
  }
}
