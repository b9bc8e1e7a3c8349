import * as z from 'zod'
import { FUNDERS, LIST_VISIBILITIES } from '#db/enums'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { endsAfterBegin } from '#lib/events/policy/hours'
import { LOCALES } from '#lib/i18n/locales'

const day = z.iso.date()
/** Of the event's own clock, `HH:MM`. */
const time = z.iso.time({ precision: -1 })
/** A Date, or in a file text with its offset: `2027-04-10T23:59:00+06:00`. */
const moment = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])
const perLocale = <Shape extends z.ZodType>(shape: Shape) => z.partialRecord(z.enum(LOCALES), shape)

/** Longest text of an event, in signs: twenty printed pages. */
const LONGEST = 50_000

/** Pages of the desk that stand where an event's would. */
const RESERVED = ['account', 'institutions', 'mail', 'new', 'style']

/** The last part of an event's address. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug')
  .max(80, 'too-long')
  .refine((name) => !RESERVED.includes(name), 'reserved')

/** What makes an event. Instants are UTC; days are days in the event's time zone. */
export const newEvent = z
  .object({
    slug,
    status: z.enum(['draft', 'published']).default('published'),
    startsOn: day,
    endsOn: day,
    startTime: time.nullable().default(null),
    endTime: time.nullable().default(null),
    timeZone: z.string().refine(isTimeZone, 'time-zone'),
    opensAt: moment.nullable().default(null),
    closesAt: moment.nullable().default(null),
    defaultLocale: z.enum(LOCALES).default('en'),
    countryCode: z
      .string()
      .refine((code) => COUNTRY_CODES.includes(code), 'country')
      .nullable()
      .default(null),
    hostId: z.string().nullable().default(null),
    partnerIds: z.array(z.string()).default([]),
    contactEmail: z.union([z.literal(''), z.email()]).default(''),
    funder: z.enum(FUNDERS).nullable().default(null),
    programme: z.string().default(''),
    projectNumber: z.string().default(''),
    listVisibility: z.enum(LIST_VISIBILITIES).default('participants'),
    isExample: z.boolean().default(false),
    /** Null is unlimited. */
    capacity: z.int().min(0).nullable(),
    texts: perLocale(
      z.object({
        title: z.string().min(1),
        subtitle: z.string().default(''),
        city: z.string().default(''),
        venue: z.string().default(''),
        lead: z.string().default(''),
        about: z.string().max(LONGEST).default(''),
        outline: z.string().max(LONGEST).default(''),
        practical: z.string().max(LONGEST).default(''),
      }),
    ),
    types: z.array(perLocale(z.string().min(1))).min(1),
    notice: perLocale(z.string().min(1)),
  })
  .refine((event) => isWritten(event, event.defaultLocale), {
    path: ['defaultLocale'],
    error: 'texts, notice and types need this language',
  })
  .refine((event) => event.startsOn <= event.endsOn, { path: ['endsOn'], error: 'order' })
  .refine((event) => (event.startTime === null) === (event.endTime === null), { path: ['endTime'], error: 'both' })
  .refine(endsAfterBegin, { path: ['endTime'], error: 'order' })
  .refine((event) => !event.opensAt || !event.closesAt || event.opensAt < event.closesAt, {
    path: ['closesAt'],
    error: 'order',
  })

export type NewEvent = z.input<typeof newEvent>

type Written = { texts: object; notice: object; types: object[] }

const isWritten = ({ texts, notice, types }: Written, locale: string) =>
  [texts, notice, ...types].every((part) => locale in part)

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
