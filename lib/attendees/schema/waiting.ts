import * as z from 'zod'
import { WAITING_MODES } from '#db/enums'
import { checkbox, line } from '#lib/input'

const HOURS = { least: 1, most: 336 }

/** How free places get to those who wait, as typed. */
export const waitingRules = z
  .object({
    waitingMode: z.enum(WAITING_MODES, 'choose'),
    offerHours: line(4),
    pendingHolds: checkbox(),
  })
  .superRefine(({ waitingMode, offerHours }, context) => {
    const hours = /^\d+$/.test(offerHours) ? Number(offerHours) : 0
    if (waitingMode === 'offers' && (hours < HOURS.least || hours > HOURS.most))
      context.addIssue({ code: 'custom', path: ['offerHours'], message: 'offer-hours' })
  })
  .transform(({ offerHours, ...rules }) => ({ ...rules, offerHours: Number(offerHours) || 48 }))

export type WaitingRules = z.output<typeof waitingRules>

/** The fields that form shows. */
export const WAITING = ['waitingMode', 'offerHours', 'pendingHolds'] as const
