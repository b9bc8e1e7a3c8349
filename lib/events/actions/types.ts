'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { addType, archiveType, moveType, renameType } from '#lib/events/mutations/types'
import type { SetupState } from '#lib/events/policy/form-state'
import { STEPS } from '#lib/events/policy/order'
import { stampOf } from '#lib/events/policy/stamp'
import { setupHead, setupTypes } from '#lib/events/queries/setup'
import { overtaken, returned } from '#lib/events/queries/told'
import { editHref, savedHref } from '#lib/events/schema/edit/saved'
import { textName } from '#lib/events/schema/edit/texts'
import { typeNames, typeSubject } from '#lib/events/schema/edit/types'
import { LOCALES } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'

/** Adds a type, or calls one otherwise. A refusal comes back with everything typed. */
export async function saveType(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const { eventId, typeId } = typeSubject.parse(values)
  const head = await setupHead(actor, eventId)
  if (!head) notFound()
  const checked = check(typeNames(head.defaultLocale), values)
  if (!checked.ok) return returned(before, values, checked.errors)
  if (!typeId) {
    const added = await addType(actor, eventId, checked.value)
    if (!added.ok) notFound()
    redirect(editHref(head.slug, 'types', 'added'))
  }
  const result = await renameType(actor, eventId, typeId, checked.value, values.shown ?? '')
  if (result.ok) redirect(savedHref(head.slug, 'types', result.value.changed))
  const current = (await setupTypes(actor, eventId))?.find((type) => type.id === typeId)
  if (result.reason === 'not-found' || !current) notFound()
  const fields = LOCALES.map((locale) => textName('name', locale))
  return overtaken(before, values, { actor, eventId, fields, now: stampOf(current.names) })
}

/** Moves a type a place up or down. */
export async function shiftType(form: FormData): Promise<void> {
  const { actor } = await signedIn()
  const { eventId, typeId } = typeSubject.parse(typedValues(form))
  const step = STEPS.find((one) => one === form.get('step')) ?? 'up'
  const [head, result] = [await setupHead(actor, eventId), await moveType(actor, eventId, typeId, step)]
  if (!head || !result.ok) notFound()
  redirect(editHref(head.slug, 'types', 'moved'))
}

/** Offers a type no longer. */
export async function retireType(form: FormData): Promise<void> {
  return archive(form, true)
}

/** Offers a type again. */
export async function restoreType(form: FormData): Promise<void> {
  return archive(form, false)
}

async function archive(form: FormData, away: boolean): Promise<void> {
  const { actor } = await signedIn()
  const { eventId, typeId } = typeSubject.parse(typedValues(form))
  const [head, result] = [await setupHead(actor, eventId), await archiveType(actor, eventId, typeId, away)]
  if (!head || (!result.ok && result.reason === 'not-found')) notFound()
  redirect(editHref(head.slug, 'types', result.ok ? (away ? 'archived' : 'restored') : 'last'))
}
