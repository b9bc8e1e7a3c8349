import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Choice, Told } from '#lib/attendees/queries/told'
import { LIMITS } from '#lib/attendees/schema/person'
import type { PublicEvent } from '#lib/events/queries/event'
import { fold } from '#lib/fold'
import { typedAnswers } from '#lib/forms/policy/names'
import { isLocale, type Locale } from '#lib/i18n/locales'
import { typedValues } from '#lib/input'
import { findInstitutions } from '#lib/institutions/queries/find'

export type Values = Record<string, string>

/** What an institution that was typed but not chosen may be; `asked` is the text these are answers to. */
export type InstitutionOffer = { asked: string; options: Choice[] }

/** What is always asked, and what this event asks. */
export function takenApart(form: FormData): { values: Values; answers: Map<string, string[]> } {
  const typed = Object.entries(typedValues(form)).filter(([name]) => !name.startsWith('q.'))
  return { values: withChoice(Object.fromEntries(typed)), answers: typedAnswers(form) }
}

/**
 * What is wrong with the form of a registration, in the reader's words: beside the fields, with the institutions that an unclear text may mean, and summed up.
 * @param codes by field, as the schema and the mutation say them
 */
export async function formTold(
  codes: Record<string, string>,
  page: { values: Values; locale: Locale },
  told: Told,
): Promise<{
  errors: Record<string, string>
  offer: InstitutionOffer | null
  offers: Told['offers']
  summary: { title: string; errors: { id: string; text: string }[] }
}> {
  const t = await getTranslations({ locale: page.locale, namespace: 'registration' })
  const { values } = page
  const unclear = codes.institution === 'unknown' || codes.institution === 'ambiguous'
  const offered = values.institutionAsked !== undefined && values.institutionAsked === values.institution
  const offer = unclear || offered ? await offerFor(page) : null
  const errors: Record<string, string> = {}
  for (const field of ORDER) {
    const code = codes[field]
    if (code) errors[field === 'institution' && offer ? 'institutionChoice' : field] = word(field, code)
  }
  const lines = Object.entries(errors).map(([id, text]) => ({
    id,
    text: t('summary.line', { label: t(`fields.${id}`), error: lowerFirst(text) }),
  }))
  const answerLines = told.lines.map(({ id, label, text }) => ({
    id,
    text: t('summary.line', { label, error: lowerFirst(text) }),
  }))
  // The event's own questions stand before the consents.
  lines.splice(errors.privacy ? lines.length - 1 : lines.length, 0, ...answerLines)
  const summary = { title: t('summary.title', { count: lines.length }), errors: lines }
  return { errors: { ...errors, ...told.errors }, offer, offers: told.offers, summary }

  function word(field: string, code: string): string {
    if (code === 'too-long') return t('errors.too-long', { max: MAX[field] ?? 0 })
    const key = `errors.${field}.${code === 'unknown' && offer?.options.length === 1 ? 'unknown-alone' : code}`
    return t.has(key) ? t(key) : t('errors.other')
  }
}

/** The fields in the order of the page. */
const ORDER =
  'code email givenName familyName nativeName institution institutionCity countryCode typeId title position phone privacy'.split(
    ' ',
  )
const MAX: Record<string, number> = {
  ...LIMITS,
  givenName: LIMITS.name,
  familyName: LIMITS.name,
  nativeName: LIMITS.name,
  institutionCity: LIMITS.city,
}

/** Whether a typed institution will be unclear, to be said together with the other errors. The mutation alone decides. */
export async function doubtAbout(values: Values, locale: Locale): Promise<'unknown' | 'ambiguous' | null> {
  if (values.institutionId || values.unlisted) return null
  const found = await findInstitutions(values.institution ?? '', { locale, countryCode: values.countryCode, limit: 8 })
  const typed = fold(values.institution ?? '')
  const named = found.filter((choice) => [choice.name, choice.matched ?? ''].some((name) => fold(name) === typed))
  if (named.length === 0) return 'unknown'
  return named.length === 1 || named.filter((choice) => choice.countryCode === values.countryCode).length === 1
    ? null
    : 'ambiguous'
}

async function offerFor({ values, locale }: { values: Values; locale: Locale }): Promise<InstitutionOffer> {
  const t = await getTranslations({ locale, namespace: 'institution' })
  const asked = values.institution ?? ''
  const found = await findInstitutions(asked, { locale, countryCode: values.countryCode, limit: 8 })
  const options = found.map(({ id, name, matched, place }) => ({
    value: id,
    label: name,
    hint: [matched, place].filter(Boolean).join(' · '),
  }))
  return { asked, options: [...options, { value: 'unlisted', label: t('add', { name: asked }) }] }
}

/** An institution chosen, in the list or under "Did you mean…", counts while the text it was chosen for stands. */
function withChoice(typed: Values): Values {
  const answer = typed.institutionAsked === typed.institution ? typed.institutionChoice : undefined
  if (answer === 'unlisted')
    return { ...typed, institutionId: '', unlisted: '1', institutionFor: typed.institution ?? '' }
  if (answer) return { ...typed, institutionId: answer, unlisted: '', institutionFor: typed.institution ?? '' }
  return typed.institutionFor === typed.institution
    ? { ...typed }
    : { ...typed, institutionId: '', institutionPlace: '', unlisted: '' }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The sentences beside the boxes, in the language of the page they stood on. */
export async function wordingOf({
  values,
  locale: readers,
  event,
}: {
  values: Values
  locale: Locale
  event: PublicEvent
}): Promise<{ locale: Locale; privacy: string; listed: string }> {
  const locale = isLocale(values.locale) ? values.locale : readers
  const t = await getTranslations({ locale, namespace: 'registration.form' })
  const privacy = event.notice
    ? t.markup('privacy', { version: event.notice.version, link: (words) => words })
    : t('privacyPlain')
  return { locale, privacy, listed: event.listVisibility === 'nobody' ? '' : t(`listed.${event.listVisibility}`) }
}
