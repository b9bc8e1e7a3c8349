import * as z from 'zod'
import { FUNDERS } from '#db/enums'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { time, withHours } from '#lib/events/schema/hours'
import { isTimeZone, slug } from '#lib/events/schema/new-event'
import { line } from '#lib/input'

/** How long texts may be, in signs. Also the `maxlength` of the fields. */
export const FACT_LIMITS = {
  slug: 80,
  timeZone: 60,
  onlineUrl: 500,
  contactEmail: 254,
  programme: 200,
  projectNumber: 60,
} as const

const day = line(10)
  .pipe(z.string().min(1, 'required'))
  .refine((text) => z.iso.date().safeParse(text).success && text >= '2000' && text < '2200', 'day')

const fields = z.object({
  slug: z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1, 'required').pipe(slug)),
  startsOn: day,
  endsOn: day,
  startTime: time,
  endTime: time,
  timeZone: line(FACT_LIMITS.timeZone).refine((name) => name !== '' && isTimeZone(name), 'choose'),
  countryCode: line(2)
    .refine((code) => code === '' || COUNTRY_CODES.includes(code), 'choose')
    .transform((code) => code || null),
  onlineUrl: line(FACT_LIMITS.onlineUrl).refine((text) => text === '' || isHttps(text), 'https'),
  contactEmail: line(FACT_LIMITS.contactEmail).refine(
    (text) => text === '' || z.email().safeParse(text).success,
    'email',
  ),
  funder: z
    .enum(['', ...FUNDERS], 'choose')
    .default('')
    .transform((funder) => funder || null),
  programme: line(FACT_LIMITS.programme),
  projectNumber: line(FACT_LIMITS.projectNumber),
})

/** The facts of an event as typed. Error messages are codes that the page words. */
export const facts = withHours(fields).refine((event) => event.startsOn <= event.endsOn, {
  path: ['endsOn'],
  error: 'order',
})

export type EventFacts = z.output<typeof facts>

export const FACTS = Object.keys(fields.shape) as (keyof EventFacts)[]

function isHttps(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && url.hostname.includes('.')
}
