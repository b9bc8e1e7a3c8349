'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import { cloneEvent } from '#lib/events/mutations/clone/event'
import { draftEvent } from '#lib/events/mutations/draft'
import { deskEvent, eventTextsOf } from '#lib/events/queries/event'
import { copyOf, draft, localeOfTitle } from '#lib/events/schema/draft'
import { lifeSubject } from '#lib/events/schema/life'
import { readerLocale } from '#lib/i18n/locale'
import { isLocale } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'

type Values = Record<string, string>

export type DraftState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** By field, in the reader's words. */
  errors: Values
  summary: { title: string; errors: { id: string; text: string }[] } | null
}

/** Makes a new event. A refusal comes back with everything typed; success leads to the event's overview. */
export async function create(before: DraftState, form: FormData): Promise<DraftState> {
  const { actor } = await signedIn()
  const values = { ...typedValues(form), locales: form.getAll('locales').join() }
  const checked = check(draft, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const result = await draftEvent(actor, checked.value)
  if (result.ok) redirect(`/desk/${result.value.slug}?did=create`)
  if (result.reason === 'forbidden') notFound()
  return again(before, values, { slug: result.reason })
}

/** Copies an event without its people, in the same manner. */
export async function clone(before: DraftState, form: FormData): Promise<DraftState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const { id, slug } = lifeSubject.parse({ id: values.id, slug: values.from })
  const event = await deskEvent(actor, slug, await readerLocale())
  if (!event?.mayDecide || event.id !== id) notFound()
  const locales = (await eventTextsOf(event.id)).map((text) => text.locale)
  const checked = check(copyOf(locales, event.defaultLocale), values)
  if (!checked.ok) return again(before, values, checked.errors)
  const result = await cloneEvent(actor, event.id, checked.value)
  if (result.ok) redirect(`/desk/${result.value.slug}?did=clone`)
  if (result.reason === 'not-found') notFound()
  return again(before, values, { slug: result.reason })
}

/** The form again, with what is wrong in it: beside the fields and summed up. */
async function again(before: DraftState, values: Values, codes: Values): Promise<DraftState> {
  const t = await getTranslations('setup.life')
  const word = (code: string) => (t.has(`error.${code}`) ? t(`error.${code}` as 'error.required') : t('error.other'))
  const label = (field: string) => {
    const locale = localeOfTitle(field)
    if (isLocale(locale)) return t('titleIn', { language: t(`language.${locale}`) })
    return t.has(`label.${field}`) ? t(`label.${field}` as 'label.title') : field
  }
  // In the order of the form.
  const order = Object.keys(values)
  const wrong = Object.entries(codes).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const errors = Object.fromEntries(wrong.map(([field, code]) => [field, word(code)]))
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: `${label(id)}: ${text}` }))
  return {
    attempt: (Number(before.attempt) || 0) + 1,
    values,
    errors,
    summary: { title: t('errors', { count: lines.length }), errors: lines },
  }
}
