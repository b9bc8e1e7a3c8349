import * as z from 'zod'
import { time, withHours } from '#lib/events/schema/hours'
import { isTimeZone, slug } from '#lib/events/schema/new-event'
import { isLocale, LOCALES, type Locale } from '#lib/i18n/locales'
import { line } from '#lib/input'

/** How long texts may be, in signs. Also the `maxlength` of the fields. */
export const DRAFT_LIMITS = { title: 200, city: 100, email: 254, slug: 80, capacity: 6 } as const

const title = line(DRAFT_LIMITS.title).refine((text) => text !== '', 'required')
const day = line(10)
  .pipe(z.string().min(1, 'required'))
  .refine((text) => z.iso.date().safeParse(text).success && text >= '2000' && text < '2200', 'day')
/** Left empty, the address is made from the title. */
const wantedSlug = line(DRAFT_LIMITS.slug)
  .transform((text) => text.toLowerCase())
  .refine((text) => text === '' || slug.safeParse(text).success, 'slug')
const days = { startsOn: day, endsOn: day }
/** Told together with what is wrong elsewhere. */
const ORDER = {
  path: ['endsOn'],
  error: 'order',
  when: ({ value }: { value: unknown }) => z.object(days).safeParse(value).success,
}

/** The few fields that make an event, as typed. Error messages are codes that the page words. */
export const draft = withHours(
  z.object({
    title,
    defaultLocale: z.enum(LOCALES, 'choose'),
    /** The languages of its texts, divided by commas; the main one is always among them. */
    locales: z.string().default(''),
    ...days,
    startTime: time,
    endTime: time,
    timeZone: line(60).refine((name) => name !== '' && isTimeZone(name), 'choose'),
    city: line(DRAFT_LIMITS.city),
    /** Empty is unlimited. */
    capacity: line(DRAFT_LIMITS.capacity)
      .refine((text) => text === '' || /^[1-9]\d*$/.test(text), 'number')
      .transform((text) => (text === '' ? null : Number(text))),
    contactEmail: line(DRAFT_LIMITS.email).refine((text) => text === '' || z.email().safeParse(text).success, 'email'),
    slug: wantedSlug,
  }),
)
  .refine((event) => event.startsOn <= event.endsOn, ORDER)
  .transform(({ locales, ...event }) => ({ ...event, locales: languages(event.defaultLocale, locales) }))

export type Draft = z.output<typeof draft>

const languages = (main: Locale, typed: string): Locale[] => [
  ...new Set([main, ...typed.split(',').filter((locale) => isLocale(locale))]),
]

/** What a copy of an event has of its own: the days, the address, and the title in each of its languages (`title-en`). */
export const copyOf = (locales: readonly string[], main: string) =>
  z
    .object({
      ...Object.fromEntries(
        locales.map((locale) => [titleField(locale), locale === main ? title : line(DRAFT_LIMITS.title)]),
      ),
      ...days,
      slug: wantedSlug,
    })
    .refine((event) => event.startsOn <= event.endsOn, ORDER)
    .transform(({ startsOn, endsOn, slug, ...typed }) => {
      const titles = Object.entries(typed as Record<string, string>).map(([field, text]) => [
        localeOfTitle(field),
        text,
      ])
      return { startsOn, endsOn, slug, titles: Object.fromEntries(titles) }
    })

const TITLE = 'title-'
/** The name of a title's field, and its language again. */
export const titleField = (locale: string) => TITLE + locale
export const localeOfTitle = (field: string) => (field.startsWith(TITLE) ? field.slice(TITLE.length) : null)

export type Copy = { startsOn: string; endsOn: string; slug: string; titles: Record<string, string> }
