'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { takeNewAddress } from '#lib/attendees/mutations/new-address'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'

/** The owner of a new address says that it is theirs, by the token of the letter to it. */
export async function takeAddress(form: FormData): Promise<void> {
  const { token = '' } = typedValues(form)
  const page = `/address/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const taken = await takeNewAddress(ANONYMOUS, token)
  if (!taken.ok) redirect(`${page}?refused=${taken.reason}`)
  redirect(`/r/${linkToken(taken.value.attendeeId, taken.value.linkVersion)}?confirmed=1`)
}
