import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import type { MessageKind } from '#db/enums'
import { attendees, cancellations } from '#db/schema/attendees'
import { users } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { fullName } from '#lib/attendees/policy'
import { confirmCode } from '#lib/attendees/policy/confirm-code'
import { ownRecord } from '#lib/attendees/queries/one'
import { historyOf } from '#lib/audit/queries'
import { system } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { mintSignIn } from '#lib/auth/mutations'
import { signInUrl } from '#lib/auth/secrets'
import { countryName } from '#lib/countries/policy'
import { env } from '#lib/env'
import { localized } from '#lib/events/policy'
import { eventTextsOf } from '#lib/events/queries/event'
import { days, instant, offset } from '#lib/format'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { spellCode } from '#lib/ids'
import type { Mail } from '#lib/mail/transport'
import { asHtml, asText, isStillTrue, type Letter } from '#lib/messages/policy'
import type { Leased } from '#lib/outbox/mutations'

/** The mail an outbox row stands for, written at this moment from what is known now; null when its person is gone or the facts have overtaken it. */
export async function compose(message: Leased): Promise<Mail | null> {
  if (message.userId)
    return composeSignIn(message.id, message.userId, isLocale(message.locale) ? message.locale : DEFAULT_LOCALE)
  return message.attendeeId ? composeForAttendee(message.id, message.kind, message.attendeeId) : null
}

async function composeSignIn(id: string, userId: string, locale: Locale): Promise<Mail | null> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  const token = user && (await mintSignIn(system('outbox'), user.email))
  if (!user || !token) return null
  const t = translator(locale)
  const letter: Letter = {
    subject: t('signIn.subject'),
    paragraphs: [t('signIn.body')],
    link: { label: t('signIn.link'), url: signInUrl(token) },
    facts: [],
    closing: [t('signIn.closing')],
  }
  return { id, to: user.email, ...dressed(letter, locale) }
}

async function composeForAttendee(id: string, kind: MessageKind, attendeeId: string): Promise<Mail | null> {
  if (!isWritten(kind)) return null
  const [row] = await db()
    .select({
      email: attendees.email,
      status: attendees.status,
      givenName: attendees.givenName,
      familyName: attendees.familyName,
      code: attendees.code,
      locale: attendees.locale,
      linkVersion: attendees.linkVersion,
      confirmBy: attendees.confirmBy,
      timeZone: events.timeZone,
      eventId: attendees.eventId,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      countryCode: events.countryCode,
      defaultLocale: events.defaultLocale,
      contactEmail: events.contactEmail,
      onlineUrl: events.onlineUrl,
    })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(eq(attendees.id, attendeeId))
  if (!row || !isStillTrue(kind, row.status)) return null
  const locale: Locale = isLocale(row.locale) ? row.locale : DEFAULT_LOCALE
  const t = translator(locale)
  const texts = localized(await eventTextsOf(row.eventId), locale, row.defaultLocale)
  const own = await ownRecord({ kind: 'participant', attendeeId, eventId: row.eventId })
  const values = {
    name: fullName(row),
    event: texts.title.text,
    position: own?.wait?.position ?? 0,
    reason:
      kind === 'cancelled'
        ? await cancellationReason(attendeeId)
        : kind === 'declined'
          ? await declineReason(attendeeId)
          : '',
    until: own?.offerUntil
      ? `${instant(own.offerUntil, row.timeZone, locale)} (${offset(row.timeZone, own.offerUntil)})`
      : '',
  }
  const place = [
    texts.venue.text,
    texts.address.text,
    texts.city.text,
    row.countryCode && countryName(row.countryCode, locale),
  ]
    .filter(Boolean)
    .join(', ')
  const key = KEYS[kind]
  const page = `${env().url}/r/${linkToken(attendeeId, row.linkVersion)}`
  const toConfirm = CONFIRMABLE.includes(kind) ? row.confirmBy : null
  const letter: Letter = {
    subject: t(`${key}.subject`, values),
    paragraphs: [
      t('greeting', values),
      t(`${key}.body`, values),
      values.reason && t('cancelled.reason', values),
      toConfirm
        ? t('confirm.body', {
            until: `${instant(toConfirm, row.timeZone, locale)} (${offset(row.timeZone, toConfirm)})`,
          })
        : '',
    ].filter(Boolean),
    link: toConfirm
      ? { label: t('confirm.link'), url: `${page}/confirm/${confirmCode({ id: attendeeId, email: row.email })}` }
      : { label: t(`${key}.link`), url: page },
    facts: [
      { label: t('fact.event'), value: values.event },
      { label: t('fact.when'), value: days(row.startsOn, row.endsOn, locale) },
      ...(place ? [{ label: t('fact.where'), value: place }] : []),
      ...(row.onlineUrl && TELLS_LINK.includes(kind) ? [{ label: t('fact.online'), value: row.onlineUrl }] : []),
      { label: t('fact.code'), value: spellCode(row.code) },
    ],
    closing: [t('keep'), ...(row.contactEmail ? [t('questions', { email: row.contactEmail })] : [])],
  }
  return { id, to: row.email, ...dressed(letter, locale), ...(row.contactEmail ? { replyTo: row.contactEmail } : {}) }
}

/** Letters that ask for a press on their link while the address is unconfirmed. */
const CONFIRMABLE: readonly MessageKind[] = ['received', 'confirmed', 'waiting', 'promoted', 'link']

/** Letters to those who have a place: only they are told where the event goes on online. */
const TELLS_LINK: readonly MessageKind[] = ['confirmed', 'promoted']

const KEYS = {
  received: 'received',
  unconfirmed: 'unconfirmed',
  confirmed: 'confirmed',
  waiting: 'waiting',
  promoted: 'promoted',
  'moved-to-waiting': 'moved',
  offered: 'offered',
  'offer-expired': 'offer-expired',
  declined: 'declined',
  cancelled: 'cancelled',
  link: 'link',
} as const

const isWritten = (kind: MessageKind): kind is keyof typeof KEYS => kind in KEYS

/** Why somebody was declined, as the audit has it. */
async function declineReason(attendeeId: string): Promise<string> {
  const declined = (await historyOf(attendeeId)).find((entry) => entry.verb === 'attendee.decline')
  return declined?.reason ?? ''
}

/** The reason an organizer gave; what participants wrote themselves is not told back to them. */
async function cancellationReason(attendeeId: string): Promise<string> {
  const [last] = await db()
    .select({ byKind: cancellations.byKind, reason: cancellations.reason })
    .from(cancellations)
    .where(eq(cancellations.attendeeId, attendeeId))
    .orderBy(desc(cancellations.at))
    .limit(1)
  return last?.byKind === 'user' ? last.reason : ''
}

const dressed = (letter: Letter, locale: Locale) => ({
  subject: letter.subject,
  text: asText(letter),
  html: asHtml(letter, locale),
  locale,
})

const translator = (locale: Locale) => createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
