'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { changeExpiry } from '#lib/invitations/mutations/extend'
import { resendInvitation } from '#lib/invitations/mutations/resend'
import { withdrawInvitation } from '#lib/invitations/mutations/withdraw'
import { untilOf } from '#lib/invitations/policy/until'
import { returned } from '#lib/invitations/queries/told'
import { newDate } from '#lib/invitations/schema/invite'
import { cameHref, invitationsHref } from '#lib/invitations/schema/list'

/** Each act ends on the page of its invitation, whose address says what came of it: a reload repeats nothing. */
export async function resend(form: FormData): Promise<void> {
  const { actor, id, page } = await opened(form)
  const result = await resendInvitation(actor, id)
  if (result.ok) redirect(cameHref(page, { did: 'resend' }))
  if (result.reason === 'not-found') notFound()
  redirect(cameHref(page, { refused: result.reason }))
}

export async function withdraw(form: FormData): Promise<void> {
  const { actor, id, page } = await opened(form)
  const result = await withdrawInvitation(actor, id)
  if (result.ok) redirect(cameHref(page, { did: 'withdraw' }, { promoted: result.value.promoted.length }))
  if (result.reason === 'not-found') notFound()
  redirect(cameHref(page, { refused: result.reason }))
}

/** Changes until when somebody is invited. A refusal comes back with what was typed. */
export async function changeDate(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, id, page, slug, values } = await opened(form)
  const event = await deskEvent(actor, slug, await readerLocale())
  if (!event) notFound()
  const checked = check(newDate, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const now = new Date()
  const until = untilOf(checked.value.expiresAt, event, now)
  if (!until.ok) return returned(before, values, { expiresAt: until.code })
  const result = await changeExpiry(actor, id, until.at, now)
  if (result.ok) redirect(cameHref(page, { did: 'extend' }))
  if (result.reason === 'not-found') notFound()
  redirect(cameHref(page, { refused: 'not-possible' }))
}

async function opened(form: FormData) {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const { slug = '', id = '' } = values
  return { actor, values, slug, id, page: invitationsHref(encodeURIComponent(slug), encodeURIComponent(id)) }
}
