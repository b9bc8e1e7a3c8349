import * as z from 'zod'
import { TESTS } from '#lib/forms/policy/condition'
import { MOST_TESTS } from '#lib/forms/policy/possible'
import { rowsOf } from '#lib/forms/schema/nest'
import { line } from '#lib/input'

const test = z
  .object({ questionId: line(40), op: z.enum(TESTS).catch('is'), value: line(300) })
  .transform(({ questionId, op, value }) => ({ questionId, op, value }))

/** The rows of a condition as typed. Rows that name no question are empty; none at all is no condition. */
export const conditionFields = {
  mode: z.enum(['all', 'any']).catch('all'),
  tests: z.preprocess(rowsOf, z.array(test).max(MOST_TESTS + 8, 'too-many-tests')),
}
