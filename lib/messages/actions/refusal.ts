'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ANONYMOUS } from '#lib/auth/actor'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'
import { refuseMail, wantMail } from '#lib/messages/mutations/refusal'

/** Ends letters to many for whoever the link is of. */
export async function refuseLetters(form: FormData): Promise<void> {
  await press(form, 'refused', (token) => refuseMail(ANONYMOUS, token))
}

/** Takes that back. */
export async function wantLetters(form: FormData): Promise<void> {
  await press(form, 'wanted', (token) => wantMail(ANONYMOUS, token))
}

async function press(form: FormData, did: string, act: (token: string) => Promise<unknown>): Promise<never> {
  const { token = '' } = typedValues(form)
  const page = `/unsubscribe/${encodeURIComponent(token)}`
  const allowed = await allow('refusal-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  await act(token)
  redirect(`${page}?did=${did}`)
}
