import 'server-only'
import { getTranslations } from 'next-intl/server'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { countryName } from '#lib/countries/policy'
import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'
import { setupHead } from '#lib/events/queries/setup'
import { offset, shortInstant } from '#lib/format'
import { languageName } from '#lib/i18n/languages'
import { readerLocale } from '#lib/i18n/locale'
import { isLocale } from '#lib/i18n/locales'

/** A form of the setup pages again, as typed: what is wrong in it stands beside the fields and summed up. `codes` are by field. */
export async function returned(before: SetupState, values: Values, codes: Values = {}): Promise<SetupState> {
  const [t, label] = await Promise.all([getTranslations('setup.common'), fieldLabels()])
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [
      field,
      t.has(`error.${code}`) ? t(`error.${code}` as 'error.required') : t('error.other'),
    ]),
  )
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: `${label(id)}: ${text}` }))
  return {
    ...firstShowing(values),
    attempt: (Number(before.attempt) || 0) + 1,
    errors,
    summary: lines.length > 0 ? { title: t('errors', { count: lines.length }), errors: lines } : null,
  }
}

/**
 * The form again, because others changed what it shows: with what they changed of these fields since the form was opened.
 * Sent once more, it counts.
 * @param now stands for what is there by now
 */
export async function overtaken(
  before: SetupState,
  values: Values,
  { actor, eventId, fields, now }: { actor: Actor; eventId: string; fields: readonly string[]; now: string },
): Promise<SetupState> {
  const again = await returned(before, values)
  const head = await setupHead(actor, eventId)
  if (!head) return again
  const locale = await readerLocale()
  const [t, label, word] = await Promise.all([
    getTranslations('setup.common.meanwhile'),
    fieldLabels(),
    valueWords(head.timeZone),
  ])
  const since = Number(values.since) || 0
  const history = (await historyOf(eventId)).filter(
    ({ verb, at, after }) =>
      verb === 'event.edit' && at.getTime() > since && fields.some((field) => Object.hasOwn(after, field)),
  )
  return {
    ...again,
    values: { ...values, shown: now, since: String(head.updatedAt.getTime()) },
    meanwhile: history.map((entry) => ({
      key: entry.id,
      title: [shortInstant(entry.at, head.timeZone, locale), entry.by].filter(Boolean).join(', '),
      changes: fields
        .filter((field) => Object.hasOwn(entry.after, field))
        .map((field) => {
          const [was, is] = [word(field, entry.before[field]), word(field, entry.after[field])]
          const short = [was, is].every((text) => text.length <= LONGEST && !text.includes('\n'))
          return short
            ? t('change', { field: label(field), before: was, after: is })
            : t('long', { field: label(field) })
        }),
    })),
  }
}

/** Longer values are not repeated. */
const LONGEST = 120

/** What a field is called; those of one language with its name: `Title (Russian)`. */
async function fieldLabels(): Promise<(field: string) => string> {
  const [t, reader] = await Promise.all([getTranslations('setup.common.field'), readerLocale()])
  return (field) => {
    const [name = '', locale] = field.split('-')
    const label = t.has(name) ? t(name as 'title') : name
    return isLocale(locale) ? `${label} (${languageName(locale, reader)})` : label
  }
}

/** How the history's values are said. */
async function valueWords(timeZone: string): Promise<(field: string, value: unknown) => string> {
  const locale = await readerLocale()
  const t = await getTranslations('setup.common.value')
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('none')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    const text = String(value)
    if (/At$/.test(field))
      return `${shortInstant(new Date(text), timeZone, locale)} (${offset(timeZone, new Date(text))})`
    if (field === 'countryCode') return countryName(text, locale)
    if (field === 'defaultLocale') return languageName(text, locale)
    return t.has(text) ? t(text as 'nobody') : text
  }
}
