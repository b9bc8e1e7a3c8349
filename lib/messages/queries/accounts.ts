import 'server-only'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { users } from '#db/schema/auth'
import { system } from '#lib/auth/actor'
import { mintSignIn } from '#lib/auth/mutations'
import { signInUrl } from '#lib/auth/secrets'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import type { Letter } from '#lib/messages/policy/letter'
import { dressed } from '#lib/messages/queries/dressed'

type Message = { id: string; userId: string; locale: string | null }

/** Lets somebody in who works on the desk. Nobody words it but Serai. */
export async function composeSignIn({ id, userId, locale: asked }: Message): Promise<Mail | null> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, userId))
  const token = user && (await mintSignIn(system('outbox'), user.email))
  if (!user || !token) return null
  return { id, to: user.email, ...dressed(signInLetter(asked, token)) }
}

/** How such a letter reads, with a link that lets nobody in. */
export const signInText = (asked: string | null) => dressed(signInLetter(asked, '-'))

function signInLetter(asked: string | null, token: string): Letter {
  const locale: Locale = isLocale(asked) ? asked : DEFAULT_LOCALE
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
