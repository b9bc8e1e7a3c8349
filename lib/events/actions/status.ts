'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { archiveEvent, publishEvent, restoreEvent, unpublishEvent } from '#lib/events/mutations/status'
import type { Move } from '#lib/events/policy/moves'
import { lifeSubject } from '#lib/events/schema/life'
import { typedValues } from '#lib/input'

export async function publish(form: FormData): Promise<void> {
  return act(form, 'publish', publishEvent)
}

export async function unpublish(form: FormData): Promise<void> {
  return act(form, 'unpublish', unpublishEvent)
}

export async function archive(form: FormData): Promise<void> {
  return act(form, 'archive', archiveEvent)
}

export async function restore(form: FormData): Promise<void> {
  return act(form, 'restore', restoreEvent)
}

/** Does it and leads back to the event's overview, which tells what came of it. */
async function act(form: FormData, did: Move, verb: typeof publishEvent | typeof archiveEvent): Promise<void> {
  const { actor } = await signedIn()
  const { id, slug } = lifeSubject.parse(typedValues(form))
  const result = await verb(actor, id)
  if (!result.ok && result.reason === 'not-found') notFound()
  redirect(`/desk/${slug}?${result.ok ? `did=${did}` : `refused=${result.reason}`}`)
}
