import * as z from 'zod'
import type { LimitedSubject } from '#lib/attendees/mutations/limits'
import { line } from '#lib/input'

const places = line(6)
  .refine((text) => /^\d+$/.test(text), 'places')
  .transform(Number)

/** Whom a limit is for, as a form says it: `institution:` is each by itself, `type:<id>` that type. One institution is named in a form of its own. */
const whom = line(60)
  .refine((text) => /^(?:(?:institution|country|type):|(?:country|type|option):[\w-]+)$/.test(text), 'choose')
  .transform((text) => {
    const [subject, id] = text.split(':')
    return { subject: subject as LimitedSubject, subjectIds: id ? [id] : [] }
  })

export const newLimit = z.object({ whom, places })
/** Their fields stand on one page with that of `newLimit`, so they have names of their own. */
export const institutionLimit = z.object({ institutionPlaces: places })
export const togetherLimit = z.object({ togetherPlaces: places })
export const changedLimit = z.object({ limitId: line(40), changedPlaces: places })
