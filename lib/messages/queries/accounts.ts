import 'server-only'
import { and, eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { memberships, users } from '#db/schema/auth'
import { system } from '#lib/auth/actor'
import { mintSignIn } from '#lib/auth/mutations'
import { signInUrl } from '#lib/auth/secrets'
import { env } from '#lib/env'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import type { Letter } from '#lib/messages/policy/letter'
import { dressed } from '#lib/messages/queries/dressed'
import { eventOfLetter } from '#lib/messages/queries/event'

// Letters to those who work on the desk. Nobody words them but Serai.

type Message = { id: string; userId: string; eventId: string | null; locale: string | null }
const localeOf = (locale: string | null): Locale => (isLocale(locale) ? locale : DEFAULT_LOCALE)

export async function composeSignIn({ id, userId, locale: asked }: Message): Promise<Mail | null> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  const token = user && (await mintSignIn(system('outbox'), user.email))
  if (!user || !token) return null
  return { id, to: user.email, ...dressed(signInLetter(asked, token)) }
}

/** How such a letter reads, with a link that lets nobody in. */
export const signInText = (asked: string | null) => dressed(signInLetter(asked, '-'))

function signInLetter(asked: string | null, token: string): Letter {
  const locale = localeOf(asked)
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  return {
    subject: t('signIn.subject'),
    headline: t('signIn.subject'),
    locale,
    body: t('signIn.body'),
    link: { label: t('signIn.link'), url: signInUrl(token) },
    facts: [],
    closing: [t('signIn.closing')],
  }
}

/** Tells somebody of a role at an event; null when it was taken away before the letter went. */
export async function composeTeam({ id, userId, eventId, locale: asked }: Message): Promise<Mail | null> {
  if (!eventId) return null
  const [member] = await db()
    .select({ email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.userId, userId), eq(memberships.eventId, eventId)))
  const locale = localeOf(asked)
  const event = await eventOfLetter(eventId, locale)
  if (!member || !event) return null
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const title = { event: event.title.text }
  const { when, where, accent } = event
  const letter: Letter = {
    subject: t('team.subject', title),
    headline: t('team.headline'),
    locale,
    event: { title: event.title.text, lang: event.title.lang, when, where, accent },
    body: '',
    notes: [t(`team.${member.role}`, title), t('team.how')],
    link: { label: t('team.link'), url: `${env().url}/desk/${event.slug}` },
    facts: [],
    closing: [t('team.closing')],
  }
  return { id, to: member.email, ...dressed(letter) }
}
