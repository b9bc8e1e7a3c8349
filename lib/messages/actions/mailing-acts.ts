'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { cancelMailing } from '#lib/messages/mutations/mailings/cancel'
import { queueMailings } from '#lib/messages/mutations/mailings/queue'
import { rescheduleMailing } from '#lib/messages/mutations/mailings/reschedule'
import { resendMailing } from '#lib/messages/mutations/mailings/resend'
import { scheduleMailing } from '#lib/messages/mutations/mailings/schedule'
import { testMailing } from '#lib/messages/mutations/mailings/test-copy'
import { didHref, sendAt } from '#lib/messages/schema/mailing-page'

/** Sends a letter to many at once, or at the time that was typed. */
export async function sendMailing(form: FormData): Promise<void> {
  const { actor, event, id, values } = await opened(form)
  const later = values.when === 'later'
  const typed = values.sendAt ?? ''
  const checked = check(sendAt(event.timeZone), values)
  const at = later && checked.ok ? checked.value.sendAt : null
  if (later && !at) redirect(didHref(event.slug, id, 'past', { typed }))
  const result = await scheduleMailing(actor, id, { at, expected: Number(values.expected) })
  if (!result.ok) {
    if (result.reason === 'not-found') notFound()
    const did = result.reason === 'not-possible' ? 'late' : result.reason
    redirect(
      didHref(event.slug, id, did, { typed: later ? typed : '', n: result.reason === 'others' ? result.total : 0 }),
    )
  }
  // The first go at once; the clock does the rest.
  if (!later) await queueMailings(new Date(), 1)
  redirect(didHref(event.slug, id, later ? 'scheduled' : 'sending', { n: result.value.total }))
}

/** Gives it another time. */
export async function moveMailing(form: FormData): Promise<void> {
  const { actor, event, id, values } = await opened(form)
  const checked = check(sendAt(event.timeZone), values)
  const at = checked.ok ? checked.value.sendAt : null
  const typed = values.sendAt ?? ''
  if (!at) redirect(didHref(event.slug, id, 'past', { typed }))
  const result = await rescheduleMailing(actor, id, at)
  if (result.ok) redirect(didHref(event.slug, id, 'scheduled'))
  if (result.reason === 'not-found') notFound()
  redirect(didHref(event.slug, id, result.reason === 'past' ? 'past' : 'late', { typed }))
}

/** A copy in each language to whoever asks. */
export async function copyMailing(form: FormData): Promise<void> {
  const { actor, event, id, values } = await opened(form)
  const result = await testMailing(actor, id, values.as || null)
  if (!result.ok) notFound()
  redirect(didHref(event.slug, id, 'tested', { n: result.value.copies, ...(values.as && { as: values.as }) }))
}

/** Calls it off, or stops what has not gone. */
export async function stopMailing(form: FormData): Promise<void> {
  const { actor, event, id } = await opened(form)
  const result = await cancelMailing(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  if (!result.ok) redirect(didHref(event.slug, id, 'late'))
  if (result.value.draft) redirect(`/desk/${event.slug}/mailings?did=dropped&at=${Date.now().toString(36)}`)
  redirect(didHref(event.slug, id, 'cancelled'))
}

/** Once more to those for whom it failed. */
export async function resendFailed(form: FormData): Promise<void> {
  const { actor, event, id } = await opened(form)
  const result = await resendMailing(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(didHref(event.slug, id, result.ok ? 'resent' : 'late', { n: result.ok ? result.value.again : 0 }))
}

async function opened(form: FormData) {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const event = await deskEvent(actor, values.slug ?? '', await readerLocale())
  if (!event) notFound()
  return { actor, event, id: values.mailingId ?? '', values }
}
