import 'server-only'
import { getTranslations } from 'next-intl/server'
import { historyOf } from '#lib/audit/queries'
import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'
import { textName } from '#lib/events/schema/edit/texts'
import { shortInstant } from '#lib/format'
import { languageName } from '#lib/i18n/languages'
import { readerLocale } from '#lib/i18n/locale'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { asHtml } from '#lib/messages/policy/html'
import type { LetterKind } from '#lib/messages/policy/kinds'
import { type WordingFlaw, wordingFlaw } from '#lib/messages/policy/wording'
import { sampleOf } from '#lib/messages/queries/sample'
import type { Wording } from '#lib/messages/queries/wording'

type Labels = (field: string) => string

/** A form of the letters again, as typed: what is wrong stands beside the fields and summed up. */
export async function letterReturned(
  before: SetupState,
  values: Values,
  errors: Values,
  label: Labels,
): Promise<SetupState> {
  const t = await getTranslations('messages')
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: `${label(id)}: ${text}` }))
  return {
    ...firstShowing(values),
    attempt: (Number(before.attempt) || 0) + 1,
    errors,
    summary: lines.length > 0 ? { title: t('errors', { count: lines.length }), errors: lines } : null,
  }
}

/** What each field of a wording is called: `Subject (English)`. */
export async function wordingLabels(): Promise<Labels> {
  const [t, locale] = await Promise.all([getTranslations('messages.form'), readerLocale()])
  const label = (field: 'subject' | 'body', lang: Locale) => t(field, { language: languageName(lang, locale) })
  const labels = new Map(
    LOCALES.flatMap((lang) => [
      [textName('subject', lang), label('subject', lang)],
      [textName('body', lang), label('body', lang)],
    ]),
  )
  return (field) => labels.get(field) ?? field
}

/** What is wrong with typed words, by field: `codes` of the schema, and what stands in braces. */
export async function wordingErrors(kind: LetterKind, values: Values, codes: Values): Promise<Values> {
  const t = await getTranslations('messages.error')
  const errors: Values = {}
  for (const lang of LOCALES)
    for (const name of [textName('subject', lang), textName('body', lang)]) {
      const code = codes[name]
      const flaw = wordingFlaw(kind, values[name] ?? '')
      if (code) errors[name] = t(code === 'too-long' ? 'too-long' : 'required')
      else if (flaw) errors[name] = await flawTold(flaw)
    }
  return errors
}

/** A flaw of typed words as their writer is told. */
export async function flawTold(flaw: WordingFlaw): Promise<string> {
  const t = await getTranslations('messages.error')
  if (flaw.code === 'brace') return t('brace', { example: '{name}' })
  if (flaw.code === 'html') return t('html')
  const written = `{${flaw.written}}`
  return flaw.meant ? t('unknownMeant', { written, meant: `{${flaw.meant}}` }) : t('unknown', { written })
}

type Event = { id: string; timeZone: string }

/** The form again, because others changed the wording since it was opened. Sent once more, it counts. */
export async function letterOvertaken(
  before: SetupState,
  values: Values,
  event: Event,
  kind: LetterKind,
  shown: string,
): Promise<SetupState> {
  const [t, label, locale] = await Promise.all([getTranslations('messages'), wordingLabels(), readerLocale()])
  const since = Number(values.since) || 0
  const entries = (await historyOf(event.id)).filter(
    ({ verb, at, before: was }) =>
      (verb === 'message.edit' || verb === 'message.reset') && was.kind === kind && at.getTime() > since,
  )
  const again = await letterReturned(before, { ...values, shown, since: String(Date.now()) }, {}, label)
  return {
    ...again,
    meanwhile: entries.map((entry) => ({
      key: entry.id,
      title: [shortInstant(entry.at, event.timeZone, locale), entry.by].filter(Boolean).join(', '),
      changes:
        entry.verb === 'message.reset'
          ? [t('wasReset')]
          : Object.keys(entry.after)
              .filter((field) => field !== 'kind')
              .map((field) => t('edited', { field: label(field) })),
    })),
  }
}

/** How typed words look in each language, by the name of the field that they stand under. */
export async function letterPreviews(
  eventId: string,
  kind: LetterKind,
  words: Record<Locale, Wording>,
  attendeeId: string,
): Promise<Values> {
  const now = new Date()
  const each = LOCALES.map(async (locale) => {
    const letter = await sampleOf(
      { kind, eventId, attendeeId: attendeeId || null, locale, wording: words[locale] },
      now,
    )
    return [textName('body', locale), letter ? asHtml(letter, { fragment: true }) : ''] as const
  })
  return Object.fromEntries(await Promise.all(each))
}
