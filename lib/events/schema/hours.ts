import type * as z from 'zod'
import { endsAfterBegin, type When } from '#lib/events/policy/hours'
import { line } from '#lib/input'

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00(?:\.0+)?)?$/

/** A time of the clock, `HH:MM`, as fields for times send it or people type it where there are none; empty is null. */
export const time = line(20)
  .refine((text) => text === '' || CLOCK.test(text), 'time')
  .transform((text) => {
    const [, hour = '', minute = ''] = CLOCK.exec(text) ?? []
    return text === '' ? null : `${hour.padStart(2, '0')}:${minute}`
  })

/** What is asked about the hours of an event; told together with what is wrong elsewhere. */
export function withHours<Event extends z.ZodType<When>>(event: Event): Event {
  const sound = ({ issues }: z.core.ParsePayload) => !issues.some(({ path }) => FIELDS.includes(String(path?.[0])))
  return event
    .refine(({ startTime, endTime }) => startTime !== null || endTime === null, {
      path: ['startTime'],
      error: 'other-time',
      when: sound,
    })
    .refine(({ startTime, endTime }) => endTime !== null || startTime === null, {
      path: ['endTime'],
      error: 'other-time',
      when: sound,
    })
    .refine((hours) => hours.startsOn > hours.endsOn || endsAfterBegin(hours), {
      path: ['endTime'],
      error: 'ends-first',
      when: sound,
    })
}

const FIELDS = ['startsOn', 'endsOn', 'startTime', 'endTime', 'timeZone']
