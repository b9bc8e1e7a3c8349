'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ANONYMOUS } from '#lib/auth/actor'
import { typedValues } from '#lib/input'
import { declineInvitation } from '#lib/invitations/mutations/decline'
import { markSeen } from '#lib/invitations/mutations/seen'
import { invitationOf } from '#lib/invitations/queries/invited'
import { allow } from '#lib/limits'

/** Somebody invited goes on to the form; the page of the invitation says why where that cannot be. */
export async function toForm(form: FormData): Promise<void> {
  const { token, page } = await opened(form)
  await markSeen(ANONYMOUS, token)
  const invitation = await invitationOf(token)
  redirect(invitation && !invitation.outcome ? `/e/${invitation.slug}/register?invitation=${token}` : page)
}

/** Somebody invited cannot come. The page then says so. */
export async function decline(form: FormData): Promise<void> {
  const { token, page } = await opened(form)
  await markSeen(ANONYMOUS, token)
  await declineInvitation(ANONYMOUS, token)
  redirect(page)
}

async function opened(form: FormData) {
  const token = encodeURIComponent(typedValues(form).token ?? '')
  const page = `/i/${token}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  return { token, page }
}
