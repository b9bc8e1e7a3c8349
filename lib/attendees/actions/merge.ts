'use server'
import { notFound, redirect } from 'next/navigation'
import { mergeInstitutions, undoMerge } from '#lib/attendees/mutations/merge'
import { signedIn } from '#lib/auth/session'
import { typedValues } from '#lib/input'
import { institutionHref, registrySubject } from '#lib/institutions/schema/record'

/** Takes the form's institution for another, and shows that one; its page can undo it. */
export async function merge(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { id, from } = registrySubject.parse(typedValues(form))
  const { into = '' } = typedValues(form)
  const result = await mergeInstitutions(actor, { fromId: id, intoId: into })
  if (result.ok) {
    const { mergeId, moved, promoted } = result.value
    redirect(institutionHref(into, from, { did: 'merge', merge: mergeId, moved, promoted }))
  }
  if (result.reason === 'not-found') notFound()
  redirect(institutionHref(id, from, { into, refused: result.reason }, '/merge'))
}

/** Parts what was merged, and shows the institution that stands for itself again. The form's is the one it was merged into. */
export async function undo(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { id, from } = registrySubject.parse(typedValues(form))
  const { merge: mergeId = '', fromId = '' } = typedValues(form)
  const result = await undoMerge(actor, mergeId)
  if (result.ok) {
    const { moved, promoted } = result.value
    redirect(institutionHref(fromId, from, { did: 'unmerge', moved, promoted }))
  }
  if (result.reason === 'not-found') notFound()
  redirect(institutionHref(id, from, { refused: result.reason }))
}
