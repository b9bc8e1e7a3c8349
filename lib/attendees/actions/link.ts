'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { sendEarlier } from '#lib/attendees/mutations/earlier'
import { sendLinks } from '#lib/attendees/mutations/link'
import { emailKey, registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { unseen } from '#lib/auth/unseen'
import { check, typedValues } from '#lib/input'
import { allow } from '#lib/limits'

export type LinkState = { attempt: number; values: Record<string, string>; error: string }

const request = z.object({ email: registration.shape.email, event: z.string().max(80).optional() })

/** Sends somebody's private links to the address they belong to. The answer is the same whether there are any or not, and as quick. */
export async function sendLink(before: LinkState, form: FormData): Promise<LinkState> {
  const asked = await askedBy(before, form)
  if (!asked.ok) {
    // Asked for beside another form, which this page would come back without.
    if (asked.minutes > 0 && asked.event) redirect(`/link?wait=${asked.minutes}`)
    return asked.back
  }
  unseen(() => sendLinks(ANONYMOUS, asked.email, asked.event || null))
  redirect('/link?sent=1')
}

/** Sends somebody a link that fills in the form of an event with what they gave at an earlier one. The answer is the same whether there is any, and as quick. */
export async function sendEarlierData(before: LinkState, form: FormData): Promise<LinkState> {
  const asked = await askedBy(before, form)
  if (!asked.ok) return asked.back
  unseen(() => sendEarlier(ANONYMOUS, asked.email, asked.event))
  redirect(`/e/${encodeURIComponent(asked.event)}/register/earlier?sent=1`)
}

async function askedBy(before: LinkState, form: FormData) {
  const t = await getTranslations('registration.link.errors')
  const values = typedValues(form)
  const event = values.event ?? ''
  const back = (error: string, minutes = 0) => ({
    ok: false as const,
    event,
    minutes,
    back: { attempt: (Number(before.attempt) || 0) + 1, values, error },
  })
  const checked = check(request, values)
  if (!checked.ok) return back(t(checked.errors.email === 'required' ? 'required' : 'email'))
  const { email } = checked.value
  const address = (await headers()).get('x-serai-address') ?? ''
  for (const allowed of [await allow('link-address', address), await allow('link-email', emailKey(email))])
    if (!allowed.ok) {
      const minutes = Math.ceil(allowed.retryAfterSeconds / 60)
      return back(t('too-many', { minutes }), minutes)
    }
  return { ok: true as const, email, event }
}
