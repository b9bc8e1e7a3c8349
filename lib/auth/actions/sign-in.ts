'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { ANONYMOUS } from '#lib/auth/actor'
import { requestSignIn } from '#lib/auth/mutations'
import { type FormState, typedValues } from '#lib/forms'
import { allow } from '#lib/limits'

const address = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** Asks for a sign-in link. Every address gets the same answer: nobody learns who may sign in. */
export async function askForLink(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form)
  const email = address.safeParse(values.email)
  if (!email.success) return { values, errors: { email: 'email' } }
  const from = (await headers()).get('x-serai-address') ?? 'unknown'
  if (!(await allow('sign-in-address', from)) || !(await allow('sign-in-email', email.data))) return { values, errors: { email: 'limited' } }
  await requestSignIn(ANONYMOUS, email.data)
  redirect('/sign-in?sent=1')
}
