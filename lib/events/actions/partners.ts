'use server'
import { notFound, redirect } from 'next/navigation'
import type { Actor } from '#lib/auth/actor'
import { signedIn } from '#lib/auth/session'
import { addOrganizer, makeHost, movePartner, removeOrganizer } from '#lib/events/mutations/organizers'
import type { SetupState } from '#lib/events/policy/form-state'
import { STEPS } from '#lib/events/policy/order'
import { setupHead } from '#lib/events/queries/setup'
import { returned } from '#lib/events/queries/told'
import { type EditDeed, editHref } from '#lib/events/schema/edit/saved'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'
import { withChoice } from '#lib/institutions/policy/choice'
import { institutionsOffered } from '#lib/institutions/queries/meant'

/** Names an institution of the registry as a partner or as the host. One that is unclear comes back with what it may be. */
export async function nameOrganizer(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor } = await signedIn()
  const { do: deed, ...typed } = typedValues(form)
  const values = withChoice(typed)
  const eventId = values.eventId ?? ''
  const head = await setupHead(actor, eventId)
  if (!head) notFound()
  const institution = values.institution?.trim() ?? ''
  if (!institution) return returned(before, values, { institution: 'required' })
  if (values.unlisted === '1') return returned(before, values, { institution: 'unlisted' })
  const as = deed === 'host' ? 'host' : 'partner'
  const result = await addOrganizer(actor, eventId, { institution, institutionId: values.institutionId ?? '' }, as)
  if (result.ok) redirect(editHref(head.slug, 'partners', 'added'))
  if (result.reason === 'not-found') notFound()
  const found =
    result.reason === 'named-already'
      ? []
      : await institutionsOffered(institution, await readerLocale(), head.countryCode)
  const field = found.length > 0 ? 'institutionChoice' : 'institution'
  const state = await returned(before, values, { [field]: result.reason })
  return found.length > 0 ? { ...state, offer: { asked: institution, options: found } } : state
}

export async function shiftPartner(form: FormData): Promise<void> {
  const step = STEPS.find((one) => one === form.get('step')) ?? 'up'
  return act(form, 'moved', (actor, eventId, id) => movePartner(actor, eventId, id, step))
}

export async function nameHost(form: FormData): Promise<void> {
  return act(form, 'host', makeHost)
}

export async function dropOrganizer(form: FormData): Promise<void> {
  return act(form, 'removed', removeOrganizer)
}

type Verb = (actor: Actor, eventId: string, institutionId: string) => ReturnType<typeof makeHost>

async function act(form: FormData, did: EditDeed, verb: Verb): Promise<void> {
  const { actor } = await signedIn()
  const { eventId = '', institutionId = '' } = typedValues(form)
  const [head, result] = [await setupHead(actor, eventId), await verb(actor, eventId, institutionId)]
  if (!head || !result.ok) notFound()
  redirect(editHref(head.slug, 'partners', did))
}
