'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { setupHead } from '#lib/events/queries/setup'
import { editHref } from '#lib/events/schema/edit/saved'
import { typedValues } from '#lib/input'
import { tellOfChange, tellOfEnd, tellOfReturn } from '#lib/messages/mutations/event-news'

/** Tells those with a place of new days, hours or a new place, and leads back to the page of the press. */
export async function tellChange(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { eventId = '', page } = typedValues(form)
  const head = await setupHead(actor, eventId)
  const result = await tellOfChange(actor, eventId)
  if (!head || (!result.ok && result.reason === 'not-found')) notFound()
  const did = result.ok ? 'told' : 'nothing-to-tell'
  if (page === 'overview') redirect(`/desk/${head.slug}?did=${did}`)
  redirect(editHref(head.slug, page === 'texts' ? 'texts' : 'facts', did))
}

/** Tells those registered that the event takes place after all. */
export async function tellReturn(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { id = '' } = typedValues(form)
  const head = await setupHead(actor, id)
  const result = await tellOfReturn(actor, id)
  if (!head || (!result.ok && result.reason === 'not-found')) notFound()
  redirect(`/desk/${head.slug}?did=${result.ok ? 'told' : 'nothing-to-tell'}`)
}

/** Tells those registered that the event does not take place. */
export async function tellEnd(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { id = '' } = typedValues(form)
  const head = await setupHead(actor, id)
  const result = await tellOfEnd(actor, id)
  if (!head || (!result.ok && result.reason === 'not-found')) notFound()
  redirect(`/desk/${head.slug}?did=${result.ok ? 'told' : 'nothing-to-tell'}`)
}
