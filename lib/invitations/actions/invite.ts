'use server'
import { createHash } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { emailKey } from '#lib/attendees/schema/person'
import { signedIn } from '#lib/auth/session'
import type { Values } from '#lib/events/policy/form-state'
import { deskEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { check, typedValues } from '#lib/input'
import { type InvitationTerms, inviteMany, type Skipped } from '#lib/invitations/mutations/invite'
import { type Pasted, readPasted, type Unread } from '#lib/invitations/policy/paste'
import type { InviteState, Reading } from '#lib/invitations/policy/reading'
import { untilOf } from '#lib/invitations/policy/until'
import { freePlaces, leftOut } from '#lib/invitations/queries/preview'
import { returned, type Trouble } from '#lib/invitations/queries/told'
import { list, onePerson, terms } from '#lib/invitations/schema/invite'
import { cameHref, invitationsHref } from '#lib/invitations/schema/list'

type Event = NonNullable<Awaited<ReturnType<typeof deskEvent>>>
type Read = { people: Pasted[]; problems: Unread[] }

/**
 * Reads whom somebody would invite and says what will be done to how many; sends when just that was said before. Comes back with
 * everything typed; success leads to the list.
 */
export async function invite(before: InviteState, form: FormData): Promise<InviteState> {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const values = typedValues(form)
  const event = await deskEvent(actor, values.slug ?? '', locale)
  if (!event?.mayDecide) notFound()
  const now = new Date()
  const [about, whom] = [termsOf(values, event, now), peopleOf(values)]
  const troubles = { ...whom.troubles, ...about.troubles }
  if (!about.value || Object.keys(troubles).length > 0) return again(before, values, troubles)

  const skipped = await leftOut(actor, event.id, whom.people)
  const people = withoutSkipped(whom.people, skipped)
  const free = about.value.holds ? await freePlaces(actor, event.id, about.value.typeId) : null
  const sum = digest(values)
  const reading = await told({ ...whom, people }, skipped, about.value, { event, locale, free, sum })
  if (people.length === 0) return again(before, values, { [whom.field]: 'everybody-known' }, reading)
  if (free !== null && free < people.length) return again(before, values, { holds: { code: 'full', free } }, reading)
  const send = values.do === 'send'
  const seen = values.checked === sum
  if (!send || !seen) return again(before, values, {}, { ...reading, changed: send ? reading.changed : '' })

  const result = await inviteMany(actor, event.id, people, about.value, now)
  if (result.ok) {
    const counts = { count: result.value.invited.length, skipped: skipped.length + result.value.skipped.length }
    redirect(cameHref(invitationsHref(event.slug), { did: 'invite' }, counts))
  }
  if (result.reason === 'not-found') notFound()
  const trouble: Record<string, Trouble> =
    result.reason === 'full' ? { holds: { code: 'full', free: result.free } } : { expiresAt: 'other' }
  return again(before, values, trouble, { ...reading, changed: '' })
}

type Troubled = { troubles: Record<string, Trouble> }

function termsOf(values: Values, event: Event, now: Date): Troubled & { value?: InvitationTerms } {
  const checked = check(terms, values)
  if (!checked.ok) return { troubles: checked.errors }
  const until = untilOf(checked.value.expiresAt, event, now)
  return until.ok
    ? { troubles: {}, value: { ...checked.value, expiresAt: until.at } }
    : { troubles: { expiresAt: until.code } }
}

function peopleOf(values: Values): Troubled & Read & { field: 'email' | 'people' } {
  if (values.way !== 'list') {
    const checked = check(onePerson, values)
    const people = checked.ok ? [{ ...checked.value, line: 1 }] : []
    return { field: 'email', troubles: checked.ok ? {} : checked.errors, people, problems: [] }
  }
  const checked = check(list, values)
  if (!checked.ok) return { field: 'people', troubles: checked.errors, people: [], problems: [] }
  const read = readPasted(checked.value.people)
  return { field: 'people', troubles: read.people.length === 0 ? { people: 'unread' } : {}, ...read }
}

/** Whoever stands twice stays once: what is skipped is the second. */
function withoutSkipped(people: readonly Pasted[], skipped: readonly Skipped[]): Pasted[] {
  const gone = new Set(skipped.filter(({ why }) => why !== 'twice').map(({ email }) => emailKey(email)))
  const met = new Set<string>()
  return people.filter(({ email }) => {
    const key = emailKey(email)
    if (gone.has(key) || met.has(key)) return false
    met.add(key)
    return true
  })
}

/** What was seen before it is sent: the same fields, whoever presses. */
const digest = ({ do: _, checked: __, ...fields }: Values) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('base64url')

async function again(
  before: InviteState,
  values: Values,
  troubles: Record<string, Trouble>,
  reading: Reading | null = null,
): Promise<InviteState> {
  const state = await returned(before, { ...values, checked: reading?.sum ?? '' }, troubles)
  const sendable = Object.keys(troubles).length === 0
  return { ...state, reading: reading && { ...reading, send: sendable ? reading.send : '' } }
}

type About = { event: Event; locale: Locale; free: number | null; sum: string }

/** What would be done, in words. */
async function told(
  { people, problems }: Read,
  skipped: readonly Skipped[],
  { holds, expiresAt }: InvitationTerms,
  { event, locale, free, sum }: About,
): Promise<Reading> {
  const t = await getTranslations('invitations.invite')
  const count = people.length
  const at = { at: instant(expiresAt, event.timeZone, locale), zone: offset(event.timeZone, expiresAt) }
  return {
    sum,
    title: t('ready', { count }),
    effect: holds
      ? t('effectHolds', { count, free: free === null ? -1 : Math.max(0, free - count), ...at })
      : t('effectOpen', { count, ...at }),
    changed: t('changed'),
    send: t('send', { count }),
    people: people.map(({ email, givenName, familyName }) => ({ email, givenName, familyName })),
    problemsTitle: t('problems', { count: problems.length }),
    problems: problems.map(({ line, text }) => ({ line: t('line', { line }), text })),
    skippedTitle: t('skipped', { count: skipped.length }),
    skipped: skipped.map(({ email, why }) => ({ email, why: t(`why.${why}`) })),
  }
}
