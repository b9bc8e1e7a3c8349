'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'
import { retryFailed } from '#lib/messages/mutations/retry-failed'
import { type MailDeed, mailHome, mailHref, mailList } from '#lib/messages/schema/mail-list'
import { retryMessage } from '#lib/outbox/mutations/retry'
import { stopMessage } from '#lib/outbox/mutations/stop'

/** Sends a message again at once. */
export async function retryOne(form: FormData): Promise<void> {
  const { actor, id, back } = await opened(form)
  const result = await retryMessage(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(back(result.ok ? 'retried' : 'late'))
}

/** Takes a message back that has not gone. */
export async function stopOne(form: FormData): Promise<void> {
  const { actor, id, back } = await opened(form)
  const result = await stopMessage(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(back(result.ok ? 'stopped' : 'late'))
}

/** Sends again whatever failed. */
export async function retryAll(form: FormData): Promise<void> {
  const { actor, event, back } = await opened(form)
  if (!event) notFound()
  const result = await retryFailed(actor, event.id)
  redirect(result.ok ? back('retried-all', result.value.again) : back('late'))
}

/** `list` is the query of the page the form stands on; with `one` it is the message's own page. Without `slug` it is the administrators'. */
async function opened(form: FormData) {
  const { actor } = await signedIn()
  const { slug = '', id = '', list = '', one = '' } = typedValues(form)
  const event = slug ? await deskEvent(actor, slug, await readerLocale()) : null
  if (slug && !event) notFound()
  const home = mailHome(slug)
  const shown = mailList.parse(Object.fromEntries(new URLSearchParams(list)))
  const back = (did: MailDeed, n = 0) => {
    const page = one ? `${home}/${id}?` : `${home}${mailHref(shown, { page: shown.page })}&`
    return `${page}did=${did}&n=${n}&at=${Date.now().toString(36)}`
  }
  return { actor, event, id, back }
}
