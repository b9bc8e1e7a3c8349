import 'server-only'
import { createTranslator } from 'next-intl'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import { asHtml } from '#lib/messages/policy/html'
import { asText, type Letter } from '#lib/messages/policy/letter'

/** A letter in both its forms. */
export const dressed = (letter: Letter): Pick<Mail, 'subject' | 'text' | 'html' | 'locale'> => ({
  subject: letter.subject,
  text: asText(letter),
  html: asHtml(letter),
  locale: letter.locale,
})

/** The same letter as somebody gets it who tries it out. */
export function asTest(letter: Letter): Letter {
  const { locale } = letter
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  return { ...letter, subject: t('testSubject', { subject: letter.subject }), test: t('test') }
}
