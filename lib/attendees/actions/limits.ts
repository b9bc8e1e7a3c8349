'use server'
import { notFound, redirect } from 'next/navigation'
import { addLimit, changeLimit, type NewLimit, removeLimit } from '#lib/attendees/mutations/limits'
import { promoteRest } from '#lib/attendees/mutations/promote-rest'
import { changedLimit, institutionLimit, newLimit, togetherLimit } from '#lib/attendees/schema/limits'
import type { Actor } from '#lib/auth/actor'
import { signedIn } from '#lib/auth/session'
import { refuse } from '#lib/errors'
import type { SetupState, Values } from '#lib/events/policy/form-state'
import { setupHead } from '#lib/events/queries/setup'
import { returned } from '#lib/events/queries/told'
import { type EditDeed, editHref } from '#lib/events/schema/edit/saved'
import { readerLocale } from '#lib/i18n/locale'
import { check, typedValues } from '#lib/input'
import { withChoice } from '#lib/institutions/policy/choice'
import { institutionMeant, institutionsOffered } from '#lib/institutions/queries/meant'

/** Sets a limit for one, or for each of a kind. A refusal comes back with what was typed. */
export async function saveLimit(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, values, eventId, slug } = await opened(form)
  const checked = check(newLimit, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const { whom, places } = checked.value
  return add(before, values, { actor, eventId, slug }, { ...whom, capacity: places })
}

/** Sets a limit for one institution of the registry. One that is unclear comes back with what it may be, and all that was typed. */
export async function saveInstitutionLimit(before: SetupState, form: FormData): Promise<SetupState> {
  const { values: typed, countryCode, ...where } = await opened(form)
  const values = withChoice(typed)
  const checked = check(institutionLimit, values)
  const asked = values.institution?.trim() ?? ''
  const named = await institutionIn(values, asked)
  if (checked.ok && named.ok) {
    const limit = {
      subject: 'institution' as const,
      subjectIds: [named.value],
      capacity: checked.value.institutionPlaces,
    }
    return add(before, values, where, limit, 'institution')
  }
  const answered = values.institutionChoice !== undefined && values.institutionAsked === values.institution
  const unclear = !named.ok && (named.reason === 'unknown' || named.reason === 'ambiguous')
  const options = unclear || answered ? await institutionsOffered(asked, await readerLocale(), countryCode) : []
  const field = options.length > 0 ? 'institutionChoice' : 'institution'
  const state = await returned(before, values, {
    ...(!named.ok && { [field]: named.reason }),
    ...(!checked.ok && checked.errors),
  })
  return options.length > 0 ? { ...state, offer: { asked: values.institution ?? '', options } } : state
}

async function institutionIn({ unlisted, institutionId = '' }: Values, institution: string) {
  if (!institution) return refuse('required')
  return unlisted === '1' ? refuse('unlisted') : institutionMeant({ institution, institutionId })
}

/** Sets a limit for several types together. */
export async function saveTogether(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, values, eventId, slug } = await opened(form)
  const checked = check(togetherLimit, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const ticked = Object.keys(values).filter((name) => name.startsWith('type-') && values[name] === 'on')
  if (ticked.length < 2) return returned(before, values, { togetherPlaces: 'two-types' })
  const subjectIds = ticked.map((name) => name.slice('type-'.length))
  return add(
    before,
    values,
    { actor, eventId, slug },
    { subject: 'type', subjectIds, capacity: checked.value.togetherPlaces },
  )
}

/** Changes how many a limit lets in. */
export async function saveLimitPlaces(before: SetupState, form: FormData): Promise<SetupState> {
  const { actor, values, eventId, slug } = await opened(form)
  const checked = check(changedLimit, values)
  if (!checked.ok) return returned(before, values, checked.errors)
  const result = await changeLimit(actor, eventId, checked.value.limitId, checked.value.changedPlaces)
  if (!result.ok) notFound()
  return done(eventId, slug, 'saved', result.value.promoted)
}

/** Takes a limit away. */
export async function dropLimit(form: FormData): Promise<void> {
  const { actor, values, eventId, slug } = await opened(form)
  const result = await removeLimit(actor, eventId, values.limitId ?? '')
  if (!result.ok) notFound()
  return done(eventId, slug, 'removed', result.value.promoted)
}

type Where = { actor: Actor; eventId: string; slug: string }
type Opened = Where & { values: Values; countryCode: string | null }

async function opened(form: FormData): Promise<Opened> {
  const { actor } = await signedIn()
  const values = typedValues(form)
  const eventId = values.eventId ?? ''
  const head = await setupHead(actor, eventId)
  if (!head) notFound()
  return { actor, values, eventId, slug: head.slug, countryCode: head.countryCode }
}

async function add(
  before: SetupState,
  values: Values,
  { actor, eventId, slug }: Where,
  limit: NewLimit,
  field = 'whom',
): Promise<SetupState> {
  const result = await addLimit(actor, eventId, limit)
  if (result.ok) return done(eventId, slug, 'added', result.value.promoted)
  if (result.reason === 'not-found') notFound()
  return returned(before, values, { [field]: result.reason === 'exists' ? 'limit-exists' : 'choose' })
}

/** Those who moved up are told of first. */
async function done(eventId: string, slug: string, deed: EditDeed, promoted: readonly string[]): Promise<never> {
  const all = promoted.length + (await promoteRest(eventId))
  redirect(all > 0 ? editHref(slug, 'limits', 'limit', { promoted: String(all) }) : editHref(slug, 'limits', deed))
}
