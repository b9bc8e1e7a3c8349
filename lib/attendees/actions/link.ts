'use server'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { sendLinks } from '#lib/attendees/mutations/link'
import { registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { check, typedValues } from '#lib/forms'

export type LinkState = { attempt: number; values: Record<string, string>; error: string }

const request = z.object({ email: registration.shape.email, event: z.string().max(80).optional() })

/** Sends somebody's private links to the address they belong to. The answer is the same whether there are any or not. */
export async function sendLink(before: LinkState, form: FormData): Promise<LinkState> {
  const t = await getTranslations('registration.link.errors')
  const values = typedValues(form)
  const checked = check(request, values)
  if (!checked.ok) return { attempt: (Number(before.attempt) || 0) + 1, values, error: t(checked.errors.email === 'required' ? 'required' : 'email') }
  await sendLinks(ANONYMOUS, checked.value.email, checked.value.event || null)
  redirect('/link?sent=1')
}
