'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { sendLinks } from '#lib/attendees/mutations/link'
import { emailKey, registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { check, typedValues } from '#lib/input'
import { allow } from '#lib/limits'

export type LinkState = { attempt: number; values: Record<string, string>; error: string }

const request = z.object({ email: registration.shape.email, event: z.string().max(80).optional() })

/** Sends somebody's private links to the address they belong to. The answer is the same whether there are any or not. */
export async function sendLink(before: LinkState, form: FormData): Promise<LinkState> {
  const t = await getTranslations('registration.link.errors')
  const values = typedValues(form)
  const back = (error: string) => ({ attempt: (Number(before.attempt) || 0) + 1, values, error })
  const checked = check(request, values)
  if (!checked.ok) return back(t(checked.errors.email === 'required' ? 'required' : 'email'))
  const { email, event } = checked.value
  const address = (await headers()).get('x-serai-address') ?? ''
  for (const allowed of [await allow('link-address', address), await allow('link-email', emailKey(email))])
    if (!allowed.ok) {
      const minutes = Math.ceil(allowed.retryAfterSeconds / 60)
      // Asked for beside another form, which this page would come back without.
      if (event) redirect(`/link?wait=${minutes}`)
      return back(t('too-many', { minutes }))
    }
  await sendLinks(ANONYMOUS, email, event || null)
  redirect('/link?sent=1')
}
