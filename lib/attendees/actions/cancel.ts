'use server'
import { redirect } from 'next/navigation'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { participant } from '#lib/auth/session'

/** Gives up the registration of the private link in the form. The page behind the link then says how things stand. */
export async function cancelOwn(form: FormData): Promise<void> {
  const token = String(form.get('token') ?? '')
  const actor = await participant(token)
  if (actor.kind === 'participant') await cancelAttendee(actor, actor.attendeeId, '')
  redirect(`/r/${encodeURIComponent(token)}`)
}
