import * as z from 'zod'
import { line } from '#lib/input'
import { LIMITS, moment, type } from '#lib/invitations/schema/terms'

/** Each place is held by a row of its own, taken one by one. */
const MOST = 500

const places = line(6)
  .refine((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST, 'places')
  .transform(Number)

/** What a code is changed to. */
export const codeTerms = z.object({
  label: line(LIMITS.label).refine((text) => text !== '', 'required'),
  places,
  expiresAt: moment,
})

export const newCode = codeTerms.extend({ typeId: type })
