'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { confirmAddress } from '#lib/attendees/mutations/address'
import { participant } from '#lib/auth/session'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'

/** Confirms the address that a letter was sent to, by the code in its link. */
export async function confirmOwnAddress(form: FormData): Promise<void> {
  const { token = '', code = '' } = typedValues(form)
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const confirmed = await confirmAddress(await participant(token), code)
  if (confirmed.ok) redirect(`${page}?confirmed=1`)
  redirect(confirmed.reason === 'lapsed' ? page : `${page}/confirm/${encodeURIComponent(code)}?refused=1`)
}
