'use server'
import { createHash, randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { register as registerAttendee } from '#lib/attendees/mutations/register'
import { draftHashOf, keepUploads } from '#lib/attendees/mutations/uploads'
import { inOrder } from '#lib/attendees/policy/answers'
import { doubtAbout, takenApart, wordingOf } from '#lib/attendees/queries/form-told'
import { type Page, type RegisterState, refused, wrong } from '#lib/attendees/queries/register-form'
import { readSent } from '#lib/attendees/queries/sent'
import { problemsTold } from '#lib/attendees/queries/told'
import { emailKey, type Registration, registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { type PublicEvent, publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { check } from '#lib/input'
import { registerInvited } from '#lib/invitations/mutations/register'
import { ticketIn } from '#lib/invitations/queries/ticket'
import { allow } from '#lib/limits'

/**
 * Sends the registration form, also of somebody who is invited (`invitation` holds the link's token) or has a `code`. A refusal comes back with everything
 * typed; success leads to the private page. As a plain form post it works the same: the page renders again with this answer.
 */
export async function register(before: RegisterState, form: FormData): Promise<RegisterState> {
  const locale = await readerLocale()
  const now = new Date()
  const attempt = (Number(before.attempt) || 0) + 1
  const { values, answers: typed } = takenApart(form)
  const event = await publicEvent(values.event ?? '', locale)
  if (!event) return refused('gone', { attempt, values, answers: typed, locale })
  const page: Page = { attempt, values, answers: typed, locale, event }
  const address = (await headers()).get('x-serai-address') ?? ''
  const byAddress = await allow('register-address', address)
  if (!byAddress.ok) return refused('too-many', page, byAddress.retryAfterSeconds)
  const guess = values.code ? await allow('code-address', `${address} ${event.id}`) : byAddress
  if (!guess.ok) return refused('too-many', page, guess.retryAfterSeconds)
  const { ticket, typeId, problem } = await ticketIn(values, event.slug, now)
  // The capacity in which somebody is invited is no question of the form.
  if (typeId) values.typeId = typeId
  const draftHash = draftHashOf(values.key ?? '')
  const uploads = await keepUploads(ANONYMOUS, form, {
    event,
    stages: ['registration'],
    staff: false,
    locale,
    draftHash,
  })
  const sent = { typed: uploads.typed, draftHash }
  page.answers = uploads.typed
  const asking = {
    event,
    attendeeId: null,
    typeId: values.typeId ?? '',
    stages: ['registration'] as const,
    staff: false,
    locale,
  }
  const reading = await readSent(asking, sent, now)
  if (reading.foreign.length > 0) return refused('form-changed', withoutFields(page, reading.foreign))
  const problems = [
    ...uploads.problems,
    ...reading.problems.filter((one) => !uploads.problems.some((two) => two.questionId === one.questionId)),
  ]
  const told = await problemsTold(inOrder(problems, reading.asked), reading.asked, sent.typed, locale)
  const checked = check(registration, values)
  const codes = checked.ok ? {} : { ...checked.errors }
  if (codes.key) values.key = randomUUID()
  delete codes.key
  const complete = Object.keys(codes).length === 0 && told.lines.length === 0
  if (!checked.ok && complete) return refused('expired', page)
  if (!checked.ok || !complete) {
    const doubt = codes.institution ? null : await doubtAbout(values, locale)
    return wrong({ ...codes, ...(doubt && { institution: doubt }), ...(problem && { code: problem }) }, page, told)
  }
  const byEmail = await allow('register-email', `${emailKey(checked.value.email)} ${event.id}`)
  if (!byEmail.ok) return refused('too-many', page, byEmail.retryAfterSeconds)
  const filled = { ...formOf(checked.value, event), sent }
  const wording = await wordingOf(page)
  const answer = ticket
    ? await registerInvited(ANONYMOUS, event.slug, filled, wording, ticket, now)
    : await registerAttendee(ANONYMOUS, event.slug, filled, wording, now)
  if (answer.ok) redirect(`/r/${linkToken(answer.value.attendeeId, answer.value.linkVersion)}?new=1`)
  if (answer.reason === 'invalid') return wrong({ [answer.field]: answer.code }, page, told)
  if (answer.reason === 'answers')
    return wrong({}, page, await problemsTold(answer.problems, reading.asked, sent.typed, locale))
  return refused(answer.reason === 'not-found' ? 'gone' : answer.reason, page)
}

/** The form again without fields that it has no more. */
const withoutFields = (page: Page, names: readonly string[]): Page => ({
  ...page,
  answers: new Map([...page.answers].filter(([name]) => !names.includes(name))),
})

/** The same form for another address is another registration: a browser brings a sent form back with its key. */
function formOf(form: Registration, event: PublicEvent): Registration {
  const key = createHash('sha256')
    .update(`${form.key} ${emailKey(form.email)}`)
    .digest('hex')
  return { ...form, key, listed: form.listed && event.listVisibility !== 'nobody' }
}
