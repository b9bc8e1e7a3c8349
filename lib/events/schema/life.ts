import * as z from 'zod'
import { slug } from '#lib/events/schema/new-event'
import { line } from '#lib/input'

/** Which event a form of the overview is about. */
export const lifeSubject = z.object({ id: line(40), slug })

/** What came of the act that led back to the overview. */
export const lifeOutcome = z.object({
  did: z
    .enum(['create', 'clone', 'publish', 'unpublish', 'archive', 'restore', 'told', 'nothing-to-tell'])
    .optional()
    .catch(undefined),
  refused: z.enum(['incomplete', 'not-possible']).optional().catch(undefined),
})

export type LifeOutcome = z.output<typeof lifeOutcome>
