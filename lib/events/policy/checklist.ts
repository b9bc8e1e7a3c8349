import { hasEnded, registrationState, type Window } from '#lib/events/policy'

/** What an event says, in one language. */
export type EventText = { locale: string } & Record<TextField, string>
const TEXT_FIELDS = [
  ...(['title', 'subtitle', 'city', 'venue', 'address', 'lead', 'about', 'outline', 'practical'] as const),
]
type TextField = (typeof TEXT_FIELDS)[number]

/** One thing in its languages: the name of a type, the label of a question. */
export type Worded = Readonly<Record<string, string>>

export type EventState = Window & {
  defaultLocale: string
  contactEmail: string
  hostId: string | null
  onlineUrl: string
  /** Null is unlimited. */
  capacity: number | null
  texts: EventText[]
  /** The types that are offered. */
  types: Worded[]
  /** The notice in force. */
  notice: Worded
  /** Every text of the form that is asked. */
  form: Worded[]
}

/** The page that mends what is missing. */
export type SetupPage = 'facts' | 'texts' | 'registration' | 'types' | 'notice' | 'partners' | 'form'

/** What is missing. Without the required ones an event is not published; the others are advice. */
export type Missing = {
  key: (typeof REQUIRED)[number] | (typeof ADVISED)[number]
  required: boolean
  page: SetupPage
  /** The language in which it is missing. */
  locale?: string
  fields?: TextField[]
  count?: number
}

const REQUIRED = ['title', 'place', 'types', 'notice'] as const
const ADVISED = [
  ...(['over', 'closed', 'late', 'no-end', 'no-limit', 'no-contact', 'no-host', 'own-notice'] as const),
  ...(['venue', 'about', 'outline', 'practical'] as const),
  ...(['texts-in', 'types-in', 'notice-in', 'form-in'] as const),
]

/** What an event lacks to be published, and what it would be better with. `ownNotice`: its notice is no longer the one it began with. */
export function checklist(event: EventState, now: Date, { ownNotice = true } = {}): Missing[] {
  const main = event.defaultLocale
  const text = event.texts.find((one) => one.locale === main)
  const others = event.texts.map((one) => one.locale).filter((locale) => locale !== main)
  const lacks = (field: TextField) => !text?.[field].trim()
  const closed = registrationState(event, now) === 'closed'
  const over = hasEnded(event, now)
  const list: (Missing | false)[] = [
    lacks('title') && need('title', 'texts'),
    lacks('city') && lacks('venue') && !event.onlineUrl && need('place', 'texts'),
    !event.types.some((type) => type[main]) && need('types', 'types'),
    !event.notice[main]?.trim() && need('notice', 'notice'),

    over && advise('over', 'facts'),
    closed && !over && advise('closed', 'registration'),
    !event.closesAt && advise('no-end', 'registration'),
    closesLate(event) && advise('late', 'registration'),
    event.capacity === null && advise('no-limit', 'registration'),
    !event.contactEmail && advise('no-contact', 'facts'),
    !event.hostId && advise('no-host', 'partners'),
    !ownNotice && advise('own-notice', 'notice'),
    lacks('venue') && !lacks('city') && !event.onlineUrl && advise('venue', 'texts'),
    lacks('about') && lacks('lead') && advise('about', 'texts'),
    lacks('outline') && advise('outline', 'texts'),
    lacks('practical') && advise('practical', 'texts'),
    ...others.flatMap((locale) => untranslated(event, locale)),
  ]
  return list.filter((missing) => missing !== false)
}

/** What others read in the main language, since this one has no words for it. */
function untranslated(event: EventState, locale: string): (Missing | false)[] {
  const main = event.texts.find((one) => one.locale === event.defaultLocale)
  const text = event.texts.find((one) => one.locale === locale)
  const fields = TEXT_FIELDS.filter((field) => main?.[field].trim() && !text?.[field].trim())
  const types = lacking(event.types, locale)
  const form = lacking(event.form, locale)
  return [
    fields.length > 0 && { ...advise('texts-in', 'texts'), locale, fields },
    types > 0 && { ...advise('types-in', 'types'), locale, count: types },
    !event.notice[locale]?.trim() && { ...advise('notice-in', 'notice'), locale },
    form > 0 && { ...advise('form-in', 'form'), locale, count: form },
  ]
}

/** How many have words, but none in the language. */
const lacking = (things: readonly Worded[], locale: string) =>
  things.filter((words) => !words[locale]?.trim() && Object.values(words).some((word) => word.trim())).length

/** Registration that would go on after the last day ends with that day: the date says something else. */
const closesLate = (event: EventState) => event.closesAt !== null && hasEnded(event, event.closesAt)

const need = (key: (typeof REQUIRED)[number], page: SetupPage): Missing => ({ key, required: true, page })
const advise = (key: (typeof ADVISED)[number], page: SetupPage): Missing => ({ key, required: false, page })
