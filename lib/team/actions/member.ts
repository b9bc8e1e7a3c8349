'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { check, typedValues } from '#lib/input'
import { allow } from '#lib/limits'
import { changeRole } from '#lib/team/mutations/change'
import { resendTeamLetter } from '#lib/team/mutations/resend'
import { revokeRole } from '#lib/team/mutations/revoke'
import { cameHref, newRole } from '#lib/team/schema'

/** Each act ends on the page of the team, whose address says what came of it; whoever may not see that any more comes to the first page of the desk. */
export async function setRole(form: FormData): Promise<void> {
  const { actor, own, subject, values } = await opened(form)
  const checked = check(newRole, values)
  if (!checked.ok) notFound()
  const result = await changeRole(actor, { ...subject, ...checked.value })
  if (!result.ok) return refused(subject, result.reason)
  if (own && checked.value.role === 'staff') redirect('/desk?left=staff')
  redirect(cameHref(subject.slug, { did: 'role' }, { who: subject.userId }))
}

export async function resend(form: FormData): Promise<void> {
  const { actor, person, subject } = await opened(form)
  if (!(await allow('stranger-organizer', person.id)).ok) return refused(subject, 'too-many')
  const result = await resendTeamLetter(actor, subject)
  if (!result.ok) return refused(subject, result.reason)
  redirect(cameHref(subject.slug, { did: 'resend' }, { who: subject.userId }))
}

export async function remove(form: FormData): Promise<void> {
  const { actor, own, subject } = await opened(form)
  const result = await revokeRole(actor, subject)
  if (!result.ok) return refused(subject, result.reason)
  redirect(own ? '/desk?left=gone' : cameHref(subject.slug, { did: 'remove' }))
}

async function opened(form: FormData) {
  const { actor, person } = await signedIn()
  const values = typedValues(form)
  const { slug = '', userId = '' } = values
  // Administrators see the team also when they are not in it.
  return { actor, person, values, subject: { slug, userId }, own: userId === person.id && !person.admin }
}

type Refused = 'not-found' | 'last-organizer' | 'came' | 'too-soon' | 'too-many'

function refused({ slug, userId }: { slug: string; userId: string }, reason: Refused): never {
  if (reason === 'not-found') notFound()
  redirect(cameHref(encodeURIComponent(slug), { refused: reason }, { who: userId }))
}
