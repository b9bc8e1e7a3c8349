import { createTranslator } from 'next-intl'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { headlineOf, type Letter } from '#lib/messages/policy/letter'
import { filled, filledMarkdown } from '#lib/messages/policy/placeholders'

type Event = {
  title: { text: string; lang: string }
  when: string
  /** Empty of whole days. */
  hours: string
  where: string
  place: string[]
  accent: string
  contactEmail: string
  host: string
}

/** What a letter tells its reader alone. */
export type Particulars = Pick<Letter, 'quote' | 'changes' | 'notes' | 'link'> & {
  /** What stands for the placeholders. */
  values: Record<string, string>
  facts: Letter['facts']
  closing: string[]
}

/** A letter of an event: its wording filled in, and around it what stands in every one. */
export function assembled(
  wording: { subject: string; body: string },
  event: Event,
  { values, facts, closing, ...rest }: Particulars,
  locale: Locale,
): Letter {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const all = { ...eventValues(event), ...values }
  return {
    ...rest,
    locale,
    subject: oneLine(filled(wording.subject, all)),
    headline: oneLine(filled(headlineOf(wording.subject), all)),
    body: filledMarkdown(wording.body, all),
    event: {
      title: event.title.text,
      lang: event.title.lang,
      when: event.when,
      where: event.where,
      accent: event.accent,
    },
    facts: [
      { label: t('fact.when'), value: [event.when, event.hours].filter(Boolean).join(' · ') },
      ...(event.place.length > 0 ? [{ label: t('fact.where'), value: event.place.join(', ') }] : []),
      ...facts,
    ],
    closing: [...closing, ...(event.contactEmail ? [t('questions', { email: event.contactEmail })] : [])],
  }
}

const eventValues = ({ title, when, where }: Event) => ({ event: title.text, dates: when, place: where })

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
