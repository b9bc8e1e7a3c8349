import * as z from 'zod'
import type { LimitedSubject } from '#lib/attendees/mutations/limits'
import { line } from '#lib/input'

const places = line(6)
  .refine((text) => /^\d+$/.test(text), 'places')
  .transform(Number)

/** Whom a limit is for, as a form says it: `institution:` is each by itself, `type:<id>` that type. */
const whom = line(60)
  .refine(
    (text) => /^(?:(?:institution|country|type):|(?:institution|country|type|option):[\w-]+)$/.test(text),
    'choose',
  )
  .transform((text) => {
    const [subject, id] = text.split(':')
    return { subject: subject as LimitedSubject, subjectIds: id ? [id] : [] }
  })

export const newLimit = z.object({ whom, places })
/** Its field stands on one page with that of `newLimit`, so it has a name of its own. */
export const togetherLimit = z.object({ togetherPlaces: places })
export const changedLimit = z.object({ limitId: line(40), places })
