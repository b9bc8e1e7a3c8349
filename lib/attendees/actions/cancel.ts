'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { participant } from '#lib/auth/session'
import { allow } from '#lib/limits'

/** Gives up the registration of the private link in the form. The page behind the link then says how things stand. */
export async function cancelOwn(form: FormData): Promise<void> {
  const token = String(form.get('token') ?? '')
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const actor = await participant(token)
  if (actor.kind === 'participant') await cancelAttendee(actor, actor.attendeeId, '')
  redirect(`${page}?done=1`)
}
