'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { createInstitution, editInstitution } from '#lib/institutions/mutations/edit'
import { addIdentifier } from '#lib/institutions/mutations/identifiers'
import { addName, editName } from '#lib/institutions/mutations/names'
import { namesakes } from '#lib/institutions/queries/find'
import { institutionChoices } from '#lib/institutions/queries/labels'
import { registryRecord } from '#lib/institutions/queries/registry'
import { institutionFacts, institutionIdentifier, institutionName } from '#lib/institutions/schema/edit'
import { type Deed, institutionHref, registrySubject } from '#lib/institutions/schema/record'

type Values = Record<string, string>
type Way = { label: string; href: string }

export type EditState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** By field, in the reader's words. */
  errors: Values
  /** What can be done instead. */
  ways: Way[]
  /** Sent along the next time: what the reader was told of and does nevertheless. */
  knows: string
}

/** Saves the main name, city and country. */
export async function saveFacts(before: EditState, form: FormData): Promise<EditState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const checked = check(institutionFacts, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const { id } = registrySubject.parse(values)
  const result = await editInstitution(actor, id, checked.value)
  if (!result.ok) notFound()
  back(values, 'facts')
}

/** Adds an institution. One of that name in that country is shown first; sent once more, it is meant. */
export async function addInstitution(before: EditState, form: FormData): Promise<EditState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const checked = check(institutionFacts, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const { name, countryCode } = checked.value
  const same = `${countryCode} ${name}`
  if (values.knows !== same) {
    const others = await namesakes(name, countryCode)
    if (others.length > 0) {
      const choices = await institutionChoices(others, await readerLocale())
      const ways = choices.map((one) => ({
        label: [one.name, one.place].filter(Boolean).join(', '),
        href: institutionHref(one.id, ''),
      }))
      return { ...(await again(before, values, { name: 'namesake' })), ways, knows: same }
    }
  }
  const result = await createInstitution(actor, checked.value)
  if (!result.ok) notFound()
  redirect(institutionHref(result.value.id, '', { did: 'add' }))
}

/** Saves a name, a new one where the form names none. It stays with the institution that it was written for. */
export async function saveName(before: EditState, form: FormData): Promise<EditState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const checked = check(institutionName, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const { id } = registrySubject.parse(values)
  const { nameId, owner } = values
  const result = nameId
    ? await editName(actor, owner ?? '', nameId, checked.value)
    : await addName(actor, id, checked.value)
  if (result.ok) back(values, nameId ? 'name' : 'name-added')
  if (result.reason === 'not-found') notFound()
  return again(before, values, { [result.field]: result.code })
}

/** Adds an identifier. One that another institution has shows that one: they may be the same. */
export async function saveIdentifier(before: EditState, form: FormData): Promise<EditState> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const checked = check(institutionIdentifier, values)
  if (!checked.ok) return again(before, values, checked.errors)
  const { id, from } = registrySubject.parse(values)
  const result = await addIdentifier(actor, id, checked.value)
  if (result.ok) back(values, 'identifier')
  if (result.reason === 'not-found') notFound()
  if (result.reason === 'invalid') return again(before, values, { value: checked.value.scheme })

  const t = await getTranslations('registry.identifiers')
  const locale = await readerLocale()
  const holder = await registryRecord(actor, result.institutionId, locale)
  if (!holder || holder.mergedIntoId === id) return again(before, values, { value: 'own' })
  const open = { label: t('open', { name: holder.name }), href: institutionHref(holder.id, '') }
  const merge = {
    label: t('merge', { name: holder.name }),
    href: institutionHref(id, from, { into: holder.id }, '/merge'),
  }
  return {
    ...(await again(before, values, {})),
    errors: { value: t('taken', { name: holder.name }) },
    ways: holder.status === 'active' && !holder.mergedIntoId ? [open, merge] : [open],
  }
}

function back(values: Values, did: Deed): never {
  const { id, from } = registrySubject.parse(values)
  redirect(institutionHref(id, from, { did }))
}

/** The form again, with what was typed and what is wrong with it. */
async function again(before: EditState, values: Values, codes: Values): Promise<EditState> {
  const t = await getTranslations('registry.error')
  const errors = Object.entries(codes).map(([field, code]) => [field, t.has(code) ? t(code as 'required') : t('other')])
  return {
    attempt: (Number(before.attempt) || 0) + 1,
    values,
    errors: Object.fromEntries(errors),
    ways: [],
    knows: '',
  }
}
