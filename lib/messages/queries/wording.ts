import 'server-only'
import { and, eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { type Db, db } from '#db/client'
import { messageTexts } from '#db/schema/mailings'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { LETTERS, type LetterKind } from '#lib/messages/policy/kinds'

/** A subject and a body in Markdown, with placeholders. */
export type Wording = { subject: string; body: string }

/** How a letter of an event is worded in a language: by its organizers, else as Serai brings it. For letters alone. */
export async function wordingFor(eventId: string, kind: LetterKind, locale: Locale): Promise<Wording> {
  return (await ownWording(eventId, kind, locale)) ?? defaultWording(kind, locale)
}

export async function ownWording(
  eventId: string,
  kind: LetterKind,
  locale: Locale,
  reader: Db = db(),
): Promise<Wording | undefined> {
  const [own] = await reader
    .select({ subject: messageTexts.subject, body: messageTexts.body })
    .from(messageTexts)
    .where(and(eq(messageTexts.eventId, eventId), eq(messageTexts.kind, kind), eq(messageTexts.locale, locale)))
  return own
}

/** The wording that Serai brings. */
export const defaultWording = (kind: LetterKind, locale: Locale): Wording => broughtWording(LETTERS[kind].key, locale)

/** How people are told that an event takes place after all; a letter of its own under the kind of those that tell of changes. */
export const returnWording = (locale: Locale): Wording => broughtWording('event-returned', locale)

function broughtWording(key: (typeof LETTERS)[LetterKind]['key'] | 'event-returned', locale: Locale): Wording {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const [greeting, subject, body] = [t.raw('greeting'), t.raw(`${key}.subject`), t.raw(`${key}.body`)]
  return { subject: String(subject), body: `${greeting}\n\n${body}` }
}
