import type { Locale } from '#lib/i18n/locales'
import { plainProse } from '#lib/markdown'

/** A letter before it is dressed. `body` is Markdown whose placeholders are filled; everything else is plain text. */
export type Letter = {
  subject: string
  /** The subject without the event's name, which stands above it. */
  headline: string
  locale: Locale
  /** What it is about, as the head shows it; letters about no event have none. */
  event?: { title: string; lang: string; when: string; where: string; accent: string }
  /** Stands above all in a test copy. */
  test?: string
  body: string
  /** Somebody's own words, told as such. */
  quote?: { label: string; text: string }
  /** What reads otherwise now. */
  changes?: { label: string; before: string; after: string }[]
  /** What is to be known beside the body, whatever that says: until when something is to be done. */
  notes?: string[]
  link?: { label: string; url: string }
  facts: { label: string; value: string }[]
  /** How to go on, and who writes. */
  closing: string[]
}

/** As plain text, for those who read mail so. */
export function asText({ event, test, body, quote, changes = [], notes = [], link, facts, closing }: Letter): string {
  return [
    test,
    plainProse(body),
    quote && `${quote.label}\n${quote.text.replace(/^/gm, '> ')}`,
    changes.map(({ label, before, after }) => `${label}: ${[before, after].filter(Boolean).join(' → ')}`).join('\n'),
    ...notes,
    link && `${link.label}:\n${link.url}`,
    [facts.length > 0 && event?.title, ...facts.map(({ label, value }) => `${label}: ${value}`)]
      .filter(Boolean)
      .join('\n'),
    closing.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const NAMES_EVENT = /^\{event\}\s*[:—–-]\s*|(?:\s*[:—–-]|(?<=[.?!]))\s*\{event\}$/

/** The subject's wording without the event, where that only stands before or behind it. */
export const headlineOf = (subject: string): string => subject.replace(NAMES_EVENT, '') || subject
