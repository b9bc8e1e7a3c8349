import * as z from 'zod'
import { correction, LIMITS } from '#lib/attendees/schema/person'
import { line } from '#lib/input'

const { email, givenName, familyName } = correction.shape

/** To whom somebody hands the own place. Error messages are codes that the page words. */
export const colleague = z.object({ email, givenName, familyName, note: line(LIMITS.reason) }).check((ctx) => {
  if (ctx.value.givenName || ctx.value.familyName) return
  ctx.issues.push({ code: 'custom', message: 'one-name', path: ['givenName'], input: ctx.value })
})

export type Colleague = z.output<typeof colleague>
