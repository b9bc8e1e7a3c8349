'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { declineOffer } from '#lib/attendees/mutations/decline-offer'
import { acceptOffer, rejoinWaiting } from '#lib/attendees/mutations/offers'
import type { Actor } from '#lib/auth/actor'
import { participant } from '#lib/auth/session'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'

/** Takes the place that was offered. The page behind the link then says how things stand. */
export async function takeOffer(form: FormData): Promise<void> {
  await answer(form, acceptOffer)
}

/** Refuses the place that was offered: the button says whether the person stays on the waiting list. */
export async function refuseOffer(form: FormData): Promise<void> {
  await answer(form, (actor) => declineOffer(actor, form.get('stay') === '1'))
}

/** Somebody who let an offer run out or refused it would still like to come. */
export async function rejoin(form: FormData): Promise<void> {
  await answer(form, rejoinWaiting)
}

async function answer(form: FormData, act: (actor: Actor) => Promise<{ ok: boolean }>): Promise<never> {
  const { token = '' } = typedValues(form)
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const result = await act(await participant(token))
  redirect(result.ok ? `${page}?done=1` : `${page}?late=1`)
}
