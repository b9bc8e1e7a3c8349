'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import type { SetupState } from '#lib/events/policy/form-state'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { createMailing } from '#lib/messages/mutations/mailings/create'
import { editMailing, redirectMailing } from '#lib/messages/mutations/mailings/edit'
import { mailingOvertaken, mailingReturned } from '#lib/messages/queries/mailing-told'
import { mailingRecord } from '#lib/messages/queries/mailings'
import { filtersFrom, listFrom, mailingTexts } from '#lib/messages/schema/mailing'
import { didHref } from '#lib/messages/schema/mailing-page'

/** Keeps the words of a letter to many, a new one's too. A refusal comes back with everything typed. */
export async function saveMailing(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const event = await deskEvent(actor, values.slug ?? '', await readerLocale())
  if (!event) notFound()
  const checked = check(mailingTexts(event.defaultLocale), values)
  if (!checked.ok) return mailingReturned(before, values, checked.errors)
  const texts = checked.value
  if (!values.mailingId) {
    const made = await createMailing(actor, event.id, { filters: filtersFrom(listFrom(values.filters ?? '')), texts })
    if (!made.ok) notFound()
    redirect(didHref(event.slug, made.value.id, 'saved'))
  }
  const result = await editMailing(actor, values.mailingId, texts, Number(values.revision))
  if (result.ok) redirect(didHref(event.slug, values.mailingId, 'saved'))
  if (result.reason === 'not-possible') redirect(didHref(event.slug, values.mailingId, 'late'))
  const now = await mailingRecord(actor, event.id, values.mailingId)
  if (result.reason === 'not-found' || !now) notFound()
  return mailingOvertaken(before, values, now.revision)
}

/** Settles whom a draft is for: those whom the list shows. */
export async function aimMailing(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { slug = '', mailingId = '', filters = '' } = typedValues(form)
  const result = await redirectMailing(actor, mailingId, filtersFrom(listFrom(filters)))
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(didHref(slug, mailingId, result.ok ? 'redirected' : 'late'))
}
