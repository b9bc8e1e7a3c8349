'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { typedValues } from '#lib/input'
import { confirmInstitution, retireInstitution } from '#lib/institutions/mutations/edit'
import { removeIdentifier as dropIdentifier } from '#lib/institutions/mutations/identifiers'
import { removeName as dropName } from '#lib/institutions/mutations/names'
import { type Deed, institutionHref, type Refusal, registrySubject } from '#lib/institutions/schema/record'

/** Each act ends on the institution's page, whose address says what came of it: a reload repeats nothing. */
export async function confirm(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  answer(form, 'confirm', await confirmInstitution(actor, subject(form).id))
}

export async function retire(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  answer(form, 'retire', await retireInstitution(actor, subject(form).id, 'retired'))
}

export async function restore(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  answer(form, 'restore', await retireInstitution(actor, subject(form).id, 'active'))
}

export async function removeName(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { owner = '', nameId = '' } = typedValues(form)
  answer(form, 'name-removed', await dropName(actor, owner, nameId))
}

export async function removeIdentifier(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { owner = '', identifierId = '' } = typedValues(form)
  answer(form, 'identifier-removed', await dropIdentifier(actor, owner, identifierId))
}

const subject = (form: FormData) => registrySubject.parse(typedValues(form))

function answer(form: FormData, did: Deed, result: { ok: true } | { ok: false; reason: Refusal | 'not-found' }): never {
  const { id, from } = subject(form)
  if (result.ok) redirect(institutionHref(id, from, { did }))
  if (result.reason === 'not-found') notFound()
  redirect(institutionHref(id, from, { refused: result.reason }))
}
