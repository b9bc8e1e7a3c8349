'use server'
import { redirect } from 'next/navigation'
import { ANONYMOUS } from '#lib/auth/actor'
import { typedValues } from '#lib/input'
import { refuseMail, wantMail } from '#lib/messages/mutations/refusal'

/** Ends letters to many for whoever the link is of. */
export async function refuseLetters(form: FormData): Promise<void> {
  const { token = '' } = typedValues(form)
  await refuseMail(ANONYMOUS, token)
  redirect(`/unsubscribe/${encodeURIComponent(token)}?did=refused`)
}

/** Takes that back. */
export async function wantLetters(form: FormData): Promise<void> {
  const { token = '' } = typedValues(form)
  await wantMail(ANONYMOUS, token)
  redirect(`/unsubscribe/${encodeURIComponent(token)}?did=wanted`)
}
