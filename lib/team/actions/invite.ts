'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'
import { check, typedValues } from '#lib/input'
import { allow } from '#lib/limits'
import { grantRole } from '#lib/team/mutations/grant'
import { MOST, readAddresses } from '#lib/team/policy/addresses'
import { asked, cameHref } from '#lib/team/schema'

/** Asks people to work on an event. A refusal comes back with what was typed; nothing is sent while one of the addresses is none. */
export async function invite(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, person } = await signedIn()
  const t = await getTranslations('team.error')
  const values = typedValues(form)
  const { slug = '' } = values
  const checked = check(asked, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const { emails, unread } = readAddresses(checked.value.emails)
  if (unread.length > 0)
    return again(before, values, { emails: t('unread', { count: unread.length, list: unread.join(', ') }) })
  if (emails.length === 0) return again(before, values, { emails: 'nobody' })
  if (emails.length > MOST) return again(before, values, { emails: 'too-many' })
  const allowed = await allow('stranger-organizer', person.id, emails.length)
  if (!allowed.ok) {
    const hours = Math.ceil(allowed.retryAfterSeconds / 3600)
    return again(before, values, { emails: t('limited', { hours }) })
  }
  const { role, locale } = checked.value
  const result = await grantRole(actor, { slug, emails, role, locale })
  if (!result.ok) notFound()
  const { granted, kept } = result.value
  redirect(cameHref(slug, { did: 'invite' }, { count: granted.length, kept: kept.length }))
}

/** The form again, as typed. What is wrong is a code, or the words themselves. */
async function again(before: SetupState, values: Values, troubles: Values): Promise<SetupState> {
  const t = await getTranslations('team')
  const word = (trouble: string) =>
    t.has(`error.${trouble}`) ? t(`error.${trouble}` as 'error.nobody', { most: MOST }) : trouble
  const errors = Object.fromEntries(Object.entries(troubles).map(([field, trouble]) => [field, word(trouble)]))
  const lines = Object.entries(errors).map(([id, text]) => ({
    id,
    text: `${t(`field.${id}` as 'field.emails')}: ${text}`,
  }))
  return {
    ...firstShowing(values),
    attempt: (Number(before.attempt) || 0) + 1,
    errors,
    summary: { title: t('errors', { count: lines.length }), errors: lines },
  }
}
