import 'server-only'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { users } from '#db/schema/auth'
import { mailings, mailingTexts, mailRefusals } from '#db/schema/mailings'
import { linkToken } from '#lib/auth/link'
import { env } from '#lib/env'
import { localized } from '#lib/events/policy'
import { isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { spellCode } from '#lib/ids'
import type { Mail } from '#lib/mail/transport'
import { assembled } from '#lib/messages/policy/assemble'
import { asHtml } from '#lib/messages/policy/html'
import { asText, type Letter } from '#lib/messages/policy/letter'
import { calledIn } from '#lib/messages/policy/name'
import { skipOf } from '#lib/messages/policy/recipients'
import { refusalToken } from '#lib/messages/policy/refusal'
import { attendeeOfLetter, type Reader } from '#lib/messages/queries/attendee'
import { type EventOfLetter, eventOfLetter } from '#lib/messages/queries/event'
import { listFrom } from '#lib/messages/schema/mailing'
import type { Leased } from '#lib/outbox/mutations'

/**
 * The letter to many as one person gets it, written now; null when it was called off, or the person unsubscribed or left since. With a user in
 * the message it is a test copy to that user.
 */
export async function composeMailing(
  message: Pick<Leased, 'id' | 'attendeeId' | 'userId' | 'mailingId' | 'locale'>,
): Promise<Mail | null> {
  const mailing = message.mailingId ? await mailingOfLetter(message.mailingId) : null
  const person = message.attendeeId ? await attendeeOfLetter(message.attendeeId) : null
  if (!mailing) return null
  if (message.userId) return composeTest({ ...message, userId: message.userId }, mailing, person)
  if (!person || mailing.cancelledAt || (await isOvertaken(mailing.filters, person))) return null
  const made = await mailingLetter(mailing, person, person.locale)
  if (!made) return null
  const listUnsubscribe = `${env().url}/api/unsubscribe/${refusalToken(person.id)}`
  return { ...mailOf(message.id, person.email, made), listUnsubscribe }
}

type Person = NonNullable<Awaited<ReturnType<typeof attendeeOfLetter>>>
type Made = { letter: Letter; event: EventOfLetter }
type Words = { locale: string; subject: string; body: string }

async function composeTest(
  { id, userId, locale }: { id: string; userId: string; locale: string | null },
  mailing: { eventId: string; texts: Words[] },
  person: Person | null,
): Promise<Mail | null> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  const made = await mailingLetter(mailing, person, locale ?? person?.locale ?? '', 'test')
  return user && made ? mailOf(id, user.email, made) : null
}

/**
 * The letter before it is dressed, in the reader's language or the nearest it is written in. Previews and tests have none of the reader's own addresses:
 * they open what is the reader's.
 */
export async function mailingLetter(
  { eventId, texts }: { eventId: string; texts: Words[] },
  person: Reader | null,
  wanted: string,
  purpose: 'sending' | 'preview' | 'test' = 'sending',
): Promise<Made | null> {
  const main = await eventOfLetter(eventId, 'en')
  const { subject, body } = localized(texts, wanted, main?.defaultLocale ?? '')
  const locale: Locale = isLocale(subject?.lang) ? subject.lang : 'en'
  const event = await eventOfLetter(eventId, locale)
  if (!event || !subject || !body) return null
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mailings.letter' })
  const own = person?.id && purpose === 'sending' ? addressesOf(person.id, person.linkVersion) : null
  const values = {
    link: own?.page ?? `${env().url}/link`,
    ...(person && { name: calledIn(locale, person), code: spellCode(person.code) }),
  }
  const letter = assembled(
    { subject: subject.text, body: body.text },
    event,
    {
      values,
      facts: person ? [{ label: t('code'), value: spellCode(person.code) }] : [],
      closing: [
        t('why', { event: event.title.text }),
        own ? t('unsubscribe', { url: own.refusal }) : t('unsubscribeEach'),
      ],
    },
    locale,
  )
  if (purpose !== 'test') return { letter, event }
  return { letter: { ...letter, subject: t('testSubject', { subject: letter.subject }), test: t('test') }, event }
}

const addressesOf = (attendeeId: string, linkVersion: number) => ({
  page: `${env().url}/r/${linkToken(attendeeId, linkVersion)}`,
  refusal: `${env().url}/unsubscribe/${refusalToken(attendeeId)}`,
})

const mailOf = (id: string, to: string, { letter, event }: Made): Mail => ({
  id,
  to,
  subject: letter.subject,
  text: asText(letter),
  html: asHtml(letter),
  locale: letter.locale,
  ...(event.contactEmail ? { replyTo: event.contactEmail } : {}),
})

/** Who unsubscribed, gave up or was never sure is left alone; an address that cannot receive anything is for the outbox to tell. */
async function isOvertaken(filters: string, person: Person): Promise<boolean> {
  const [refusal] = await db()
    .select({ at: mailRefusals.at })
    .from(mailRefusals)
    .where(eq(mailRefusals.attendeeId, person.id))
  const skip = skipOf({ ...person, refusedAt: refusal?.at ?? null }, listFrom(filters).status)
  return skip !== null && skip !== 'undeliverable'
}

async function mailingOfLetter(mailingId: string) {
  const [mailing] = await db()
    .select({ eventId: mailings.eventId, filters: mailings.filters, cancelledAt: mailings.cancelledAt })
    .from(mailings)
    .where(eq(mailings.id, mailingId))
  if (!mailing) return null
  const texts = await db()
    .select({ locale: mailingTexts.locale, subject: mailingTexts.subject, body: mailingTexts.body })
    .from(mailingTexts)
    .where(eq(mailingTexts.mailingId, mailingId))
  return { ...mailing, texts }
}
