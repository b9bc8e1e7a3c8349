'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { addSection, editSection } from '#lib/forms/mutations/sections'
import { brokenInWords } from '#lib/forms/policy/words'
import { editedForm } from '#lib/forms/queries/edit'
import { sectionEdit } from '#lib/forms/schema/edit'
import { checkNested } from '#lib/forms/schema/nest'
import { outlineHref } from '#lib/forms/schema/outline'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'

export type SectionState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Record<string, string>
  /** By field, in the reader's words. */
  errors: Record<string, string>
  /** Why it was not done although every field is right. */
  refusal: { title: string; lines: string[] } | null
}

/** Saves a section, a new one where the form names none. */
export async function saveSection(before: SectionState, form: FormData): Promise<SectionState> {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const values = typedValues(form)
  const { slug = '', id = '' } = values
  const event = await deskEvent(actor, slug, locale)
  const edited = event && (await editedForm(actor, event.id))
  if (!event || !edited) notFound()
  const t = await getTranslations('builder')
  const state = { attempt: (Number(before.attempt) || 0) + 1, values, errors: {}, refusal: null }
  const checked = checkNested(sectionEdit(edited.locales), values)
  if (!checked.ok) {
    const word = (code: string) => (t.has(`error.${code}`) ? t(`error.${code}` as 'error.required') : t('error.other'))
    return { ...state, errors: Object.fromEntries(Object.entries(checked.errors).map(([f, code]) => [f, word(code)])) }
  }
  const result = id
    ? await editSection(actor, event.id, id, checked.value)
    : await addSection(actor, event.id, checked.value)
  if (result.ok) {
    const made = result.value?.id
    redirect(outlineHref(slug, { did: made ? 'section-added' : 'section-saved', at: made ?? id }))
  }
  if (result.reason === 'not-found') notFound()
  const told = brokenInWords(result.by, edited, locale)
  return { ...state, refusal: { title: t('refused.needed'), lines: told.map((pair) => t('refused.relies', pair)) } }
}
