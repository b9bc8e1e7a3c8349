'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { withdrawConsent } from '#lib/attendees/mutations/consents'
import { eraseOptional } from '#lib/attendees/mutations/erase'
import { writeIn } from '#lib/attendees/mutations/language'
import type { Actor } from '#lib/auth/actor'
import { participant } from '#lib/auth/session'
import { isLocale } from '#lib/i18n/locales'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'

/** Chooses the language of the letters. */
export async function chooseLanguage(form: FormData): Promise<void> {
  await press(form, 'language', (actor, { language }) =>
    isLocale(language) ? writeIn(actor, language) : Promise.resolve(),
  )
}

/** Withdraws one of the own consents. */
export async function withdrawOwn(form: FormData): Promise<void> {
  await press(form, 'withdrawn', (actor, { consent = '' }) => withdrawConsent(actor, consent))
}

/** Erases what nobody had to tell. */
export async function eraseOwn(form: FormData): Promise<void> {
  await press(form, 'erased', (actor) => eraseOptional(actor))
}

/** One press on the page of one's data, which then says how things stand. */
async function press(
  form: FormData,
  did: string,
  act: (actor: Actor, values: Record<string, string>) => Promise<unknown>,
): Promise<never> {
  const values = typedValues(form)
  const page = `/r/${encodeURIComponent(values.token ?? '')}`
  const allowed = await allow('consent-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  await act(await participant(values.token ?? ''), values)
  redirect(`${page}/data?did=${did}`)
}
