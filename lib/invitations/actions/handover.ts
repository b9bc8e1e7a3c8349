'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { emailKey } from '#lib/attendees/schema/person'
import { participant } from '#lib/auth/session'
import { check, typedValues } from '#lib/input'
import { handOverPlace, keepPlace } from '#lib/invitations/mutations/handover'
import { colleague } from '#lib/invitations/schema/handover'
import { allow } from '#lib/limits'

export type HandoverState = {
  attempt: number
  values: Record<string, string>
  errors: Record<string, string>
  summary: { title: string; errors: { id: string; text: string }[] } | null
  /** Why it cannot be although nothing is wrong with the form. */
  notice: string
}

/** Invites a colleague to the own place. */
export async function handOver(before: HandoverState, form: FormData): Promise<HandoverState> {
  const values = typedValues(form)
  const page = `/r/${encodeURIComponent(values.token ?? '')}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const state = { attempt: (Number(before.attempt) || 0) + 1, values, errors: {}, summary: null, notice: '' }
  const checked = check(colleague, values)
  if (!checked.ok) return wrong(state, checked.errors)
  const t = await getTranslations('own.handover.refused')
  const byEmail = await allow('link-email', emailKey(checked.value.email))
  if (!byEmail.ok) return { ...state, notice: t('too-many') }
  const actor = await participant(values.token ?? '')
  if (actor.kind === 'participant' && !(await allow('stranger-attendee', actor.attendeeId)).ok)
    return { ...state, notice: t('too-many-letters') }
  const result = await handOverPlace(actor, checked.value)
  if (result.ok) redirect(`${page}?handed=1`)
  if (result.reason === 'own') return wrong(state, { email: 'own' })
  return { ...state, notice: t(result.reason) }
}

/** Takes it back. */
export async function keepOwnPlace(form: FormData): Promise<void> {
  const { token = '' } = typedValues(form)
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const kept = await keepPlace(await participant(token))
  redirect(kept.ok ? `${page}?kept=1` : page)
}

async function wrong(state: HandoverState, codes: Record<string, string>): Promise<HandoverState> {
  const t = await getTranslations('own.handover')
  const label = (field: string) => t(field as 'email')
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [
      field,
      t(`errors.${code === 'required' ? 'email' : code}` as 'errors.email'),
    ]),
  )
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: `${label(id)}: ${text}` }))
  return { ...state, errors, summary: { title: t('summary', { count: lines.length }), errors: lines } }
}
