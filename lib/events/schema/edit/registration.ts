import * as z from 'zod'
import { LIST_VISIBILITIES } from '#db/enums'
import { instantOf } from '#lib/events/policy/zone'
import { checkbox, line } from '#lib/input'

const HOURS = { least: 1, most: 168 }

/** A date and time of the event's clock; empty is none. */
const moment = line(30).refine((text) => text === '' || instantOf(text, 'UTC') !== null, 'moment')

/** When and how people register, as typed. The times are the event's clock's. */
export const registrationRules = z
  .object({
    opensAt: moment,
    closesAt: moment,
    approval: checkbox(),
    confirms: checkbox(),
    confirmHours: line(4),
    freezesAt: moment,
    listVisibility: z.enum(LIST_VISIBILITIES, 'choose'),
  })
  .superRefine(({ confirms, confirmHours }, context) => {
    const hours = /^\d+$/.test(confirmHours) ? Number(confirmHours) : 0
    if (confirms && (hours < HOURS.least || hours > HOURS.most))
      context.addIssue({ code: 'custom', path: ['confirmHours'], message: 'hours' })
  })
  .transform(({ confirms, confirmHours, ...rules }) => ({
    ...rules,
    confirmHours: confirms ? Number(confirmHours) : null,
  }))

export type RegistrationRules = z.output<typeof registrationRules>

/** The fields that the page of registration shows, beside the capacity. */
export const REGISTRATION = [
  ...(['opensAt', 'closesAt', 'approval', 'confirmHours', 'freezesAt', 'listVisibility', 'timeZone'] as const),
]

/** How many people there is room for; empty is no limit. */
export const capacityForm = z.object({
  capacity: line(6)
    .refine((text) => text === '' || /^\d+$/.test(text), 'number')
    .transform((text) => (text === '' ? null : Number(text))),
})
