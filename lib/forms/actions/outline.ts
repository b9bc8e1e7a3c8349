'use server'
import { notFound, redirect } from 'next/navigation'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { archiveQuestion, archiveSection, restoreQuestion, restoreSection } from '#lib/forms/mutations/archive'
import { moveQuestion, moveSection, moveToSection } from '#lib/forms/mutations/order'
import { addQuestion } from '#lib/forms/mutations/questions'
import type { FormRefusal } from '#lib/forms/mutations/scope'
import { isReady, readyQuestion } from '#lib/forms/policy/ready'
import { editedForm } from '#lib/forms/queries/edit'
import { type OutlineView, outlineHref, outlineSubject, spellBroken } from '#lib/forms/schema/outline'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'

/** Each act ends on the page of the form, whose address says what came of it. */
export async function move(form: FormData): Promise<void> {
  const { actor, eventId, slug, id, what, way } = await load(form)
  const result = await (what === 'section' ? moveSection : moveQuestion)(actor, eventId, id, way)
  answer(slug, { did: what === 'section' ? 'moved-section' : 'moved', at: id, way }, result)
}

export async function moveInto(form: FormData): Promise<void> {
  const { actor, eventId, slug, id, section } = await load(form)
  answer(slug, { did: 'moved', at: id }, await moveToSection(actor, eventId, id, section))
}

export async function remove(form: FormData): Promise<void> {
  const { actor, eventId, slug, id, what } = await load(form)
  const result = await (what === 'section' ? archiveSection : archiveQuestion)(actor, eventId, id)
  answer(slug, { did: `${what}-removed`, at: id }, result)
}

export async function restore(form: FormData): Promise<void> {
  const { actor, eventId, slug, id, what } = await load(form)
  const result = await (what === 'section' ? restoreSection : restoreQuestion)(actor, eventId, id)
  answer(slug, { did: `${what}-restored`, at: id }, result)
}

export async function addReady(form: FormData): Promise<void> {
  const { actor, eventId, slug, section, ready } = await load(form)
  const edited = await editedForm(actor, eventId)
  if (!edited || !isReady(ready)) notFound()
  const result = await addQuestion(actor, eventId, section, readyQuestion(ready, edited.locales))
  if (!result.ok) notFound()
  redirect(outlineHref(slug, { did: 'question-added', at: result.value.id }))
}

async function load(form: FormData) {
  const { actor } = await signedIn()
  const subject = outlineSubject.parse(typedValues(form))
  const event = await deskEvent(actor, subject.slug, await readerLocale())
  if (!event?.mayDecide) notFound()
  return { actor, eventId: event.id, ...subject }
}

type Answer = { ok: true } | ({ ok: false } & (FormRefusal | { reason: 'section-archived' }))

function answer(slug: string, view: OutlineView, result: Answer): never {
  if (result.ok) redirect(outlineHref(slug, view))
  if (result.reason === 'not-found') notFound()
  const by = result.reason === 'needed' ? spellBroken(result.by) : undefined
  redirect(outlineHref(slug, { refused: result.reason, by, at: view.at, way: view.way }))
}
