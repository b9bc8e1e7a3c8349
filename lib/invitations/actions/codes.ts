'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { changeCode, endCode, makeCode, renewCode } from '#lib/invitations/mutations/codes'
import { untilOf } from '#lib/invitations/policy/until'
import { returned } from '#lib/invitations/queries/told'
import { codeTerms, newCode } from '#lib/invitations/schema/code'
import { cameHref, type Deed, invitationsHref } from '#lib/invitations/schema/list'

/** Makes a code for an organization. A refusal comes back with what was typed. */
export async function makeNewCode(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, values, event } = await opened(form)
  const checked = check(newCode, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const now = new Date()
  const until = untilOf(checked.value.expiresAt, event, now)
  if (!until.ok) return returned(before, values, { expiresAt: until.code })
  const result = await makeCode(actor, event.id, { ...checked.value, expiresAt: until.at }, now)
  if (result.ok) came(event.slug, 'made')
  switch (result.reason) {
    case 'full':
      return returned(before, values, { places: { code: 'codeFull', free: result.free } })
    case 'not-possible':
      return returned(before, values, { expiresAt: 'other' })
    default:
      notFound()
  }
}

/** Changes the name, the places or the date of a code. */
export async function saveCode(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, values, event } = await opened(form)
  const checked = check(codeTerms, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const now = new Date()
  const until = untilOf(checked.value.expiresAt, event, now)
  if (!until.ok) return returned(before, values, { expiresAt: until.code })
  const result = await changeCode(actor, values.id ?? '', { ...checked.value, expiresAt: until.at }, now)
  if (result.ok) came(event.slug, 'changed', result.value.promoted.length)
  switch (result.reason) {
    case 'full':
      return returned(before, values, { places: { code: 'codeFull', free: result.free } })
    case 'below-used':
      return returned(before, values, { places: 'fewer-than-used' })
    case 'not-possible':
      return redirect(cameHref(invitationsHref(event.slug, 'codes'), { refused: 'not-possible' }))
    case 'not-found':
      notFound()
  }
}

/** Nobody comes with the code any more. */
export async function end(form: FormData): Promise<void> {
  const { actor, values, event } = await opened(form)
  const result = await endCode(actor, values.id ?? '')
  if (result.ok) came(event.slug, 'ended', result.value.promoted.length)
  refused(event.slug, result.reason)
}

/** Another spelling: the one before works no longer. */
export async function renew(form: FormData): Promise<void> {
  const { actor, values, event } = await opened(form)
  const result = await renewCode(actor, values.id ?? '')
  if (result.ok) came(event.slug, 'renewed')
  refused(event.slug, result.reason)
}

async function opened(form: FormData) {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const event = await deskEvent(actor, values.slug ?? '', await readerLocale())
  if (!event?.mayDecide) notFound()
  return { actor, values, event }
}

function came(slug: string, did: Deed, promoted = 0): never {
  redirect(cameHref(invitationsHref(slug, 'codes'), { did }, { promoted }))
}

function refused(slug: string, reason: 'not-found' | 'not-possible'): never {
  if (reason === 'not-found') notFound()
  redirect(cameHref(invitationsHref(slug, 'codes'), { refused: reason }))
}
