'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ANONYMOUS } from '#lib/auth/actor'
import { requestSignIn } from '#lib/auth/mutations'
import { unseen } from '#lib/auth/unseen'
import { readerLocale } from '#lib/i18n/locale'
import { emailAddress, typedValues } from '#lib/input'
import { allow } from '#lib/limits'

export type SignInState = { attempt: number; email: string; error: string }

/** Asks for a sign-in link. Every address gets the same answer: nobody learns who may sign in. */
export async function askForLink(before: SignInState, form: FormData): Promise<SignInState> {
  const t = await getTranslations('desk.signIn.error')
  const typed = typedValues(form).email ?? ''
  const back = (error: string) => ({ attempt: (Number(before.attempt) || 0) + 1, email: typed, error })
  const email = emailAddress.safeParse(typed)
  if (!email.success) return back(t('email'))
  const from = (await headers()).get('x-serai-address') ?? 'unknown'
  for (const allowed of [await allow('sign-in-address', from), await allow('sign-in-email', email.data)])
    if (!allowed.ok) return back(t('limited', { minutes: Math.ceil(allowed.retryAfterSeconds / 60) }))
  const locale = await readerLocale()
  unseen(() => requestSignIn(ANONYMOUS, email.data, locale))
  redirect('/sign-in?sent=1')
}
