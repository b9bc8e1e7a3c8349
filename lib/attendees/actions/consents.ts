'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { consentToList, type Sentence } from '#lib/attendees/mutations/consents'
import { ownEvent } from '#lib/attendees/queries/own'
import type { Actor } from '#lib/auth/actor'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { allow } from '#lib/limits'

/** Gives or withdraws the consent to be named in the list, for the holder of the private link in the form. */
export async function listOwn(form: FormData): Promise<void> {
  const token = String(form.get('token') ?? '')
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('consent-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const actor = await participant(token)
  const gives = form.get('list') === '1'
  const sentence = gives ? await sentenceFor(actor) : null
  if (!gives || sentence) await consentToList(actor, sentence)
  redirect(`${page}?done=1`)
}

/** What the box of the list says to this reader; null where there is no list. */
async function sentenceFor(actor: Actor): Promise<Sentence | null> {
  const locale = await readerLocale()
  const event = await ownEvent(actor, locale)
  if (!event || event.listVisibility === 'nobody') return null
  const t = await getTranslations('registration.form')
  return { locale, text: t(`listed.${event.listVisibility}`) }
}
