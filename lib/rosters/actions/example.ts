'use server'
import { redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { removeExamples } from '#lib/events/mutations/examples'

/** Takes the example event away with all that belongs to it. */
export async function removeExample(): Promise<void> {
  const { actor } = await signedIn()
  const result = await removeExamples(actor)
  redirect(result.ok ? `/desk?removed=${result.value}` : '/desk?refused=forbidden')
}
