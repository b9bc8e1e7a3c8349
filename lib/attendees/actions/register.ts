'use server'
import { createHash, randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { register as registerAttendee } from '#lib/attendees/mutations/register'
import { draftHashOf, keepUploads } from '#lib/attendees/mutations/uploads'
import { inOrder } from '#lib/attendees/policy/answers'
import {
  doubtAbout,
  formTold,
  type InstitutionOffer,
  takenApart,
  type Values,
  wordingOf,
} from '#lib/attendees/queries/form-told'
import { readSent } from '#lib/attendees/queries/sent'
import { problemsTold, type Told } from '#lib/attendees/queries/told'
import { emailKey, type Registration, registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { type PublicEvent, publicEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { check } from '#lib/input'
import { allow } from '#lib/limits'

type Refusal = 'duplicate' | 'closed' | 'not-yet' | 'too-many' | 'expired' | 'gone' | 'form-changed'

export type RegisterState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** What was answered to the event's own questions, by field. */
  answers: Record<string, string[]>
  /** By question: what an institution may be. */
  offers: Told['offers']
  /** By field, in the reader's words. */
  errors: Record<string, string>
  summary: { title: string; errors: { id: string; text: string }[] } | null
  offer: InstitutionOffer | null
  /** What stands in the way although nothing is wrong with the form. */
  notice: { kind: Refusal; title: string; text: string } | null
  documentTitle: string
}

/**
 * Sends the registration form. A refusal comes back with everything typed; success leads to the private page. As a plain
 * form post it works the same: the page renders again with this answer.
 */
export async function register(before: RegisterState, form: FormData): Promise<RegisterState> {
  const locale = await readerLocale()
  const now = new Date()
  const attempt = (Number(before.attempt) || 0) + 1
  const { values, answers: typed } = takenApart(form)
  const event = await publicEvent(values.event ?? '', locale)
  if (!event) return refused('gone', { attempt, values, answers: typed, locale })
  const page: Page = { attempt, values, answers: typed, locale, event }
  const byAddress = await allow('register-address', (await headers()).get('x-serai-address') ?? '')
  if (!byAddress.ok) return refused('too-many', page, byAddress.retryAfterSeconds)
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
  if (!checked.ok) {
    const { key, ...codes } = checked.errors
    if (key) values.key = randomUUID()
    if (Object.keys(codes).length === 0 && told.lines.length === 0) return refused('expired', page)
    const doubt = codes.institution ? null : await doubtAbout(values, locale)
    return wrong(doubt ? { ...codes, institution: doubt } : codes, page, told)
  }
  if (told.lines.length > 0) {
    const doubt = await doubtAbout(values, locale)
    return wrong(doubt ? { institution: doubt } : {}, page, told)
  }
  const byEmail = await allow('register-email', `${emailKey(checked.value.email)} ${event.id}`)
  if (!byEmail.ok) return refused('too-many', page, byEmail.retryAfterSeconds)
  const filled = { ...formOf(checked.value, event), sent }
  const answer = await registerAttendee(ANONYMOUS, event.slug, filled, await wordingOf(page), now)
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

type Page = {
  attempt: number
  values: Values
  answers: ReadonlyMap<string, string[]>
  locale: Locale
  event: PublicEvent
}

/** The form again, with what is wrong in it: beside the fields and summed up. */
async function wrong(codes: Record<string, string>, page: Page, told: Told): Promise<RegisterState> {
  const t = await getTranslations({ locale: page.locale, namespace: 'registration.form' })
  const { attempt, values, event } = page
  if (codes.privacy === 'notice-changed') Object.assign(values, { noticeId: event.notice?.id ?? '', privacy: '' })
  const { summary, ...fields } = await formTold(codes, page, told)
  return {
    attempt,
    values,
    answers: Object.fromEntries(page.answers),
    ...fields,
    notice: null,
    summary,
    documentTitle: await titleOf(page.locale, t('errorTitle', { count: summary.errors.length, title: t('title') })),
  }
}

async function titleOf(locale: Locale, page: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'ui' })
  return t('pageTitle', { page })
}

/** The form again, with the reason why it was not taken. */
async function refused(
  kind: Refusal,
  page: Omit<Page, 'event'> & { event?: PublicEvent },
  seconds = 60,
): Promise<RegisterState> {
  const { attempt, values, locale, event } = page
  const t = await getTranslations({ locale, namespace: 'registration' })
  const at = kind === 'closed' ? event?.closesAt : kind === 'not-yet' ? event?.opensAt : null
  const title = t(`refused.${kind}.title`)
  const text =
    event && at && at <= new Date() === (kind === 'closed')
      ? t(`refused.${kind}.at`, { time: instant(at, event.timeZone, locale), zone: offset(event.timeZone, at) })
      : t.has(`refused.${kind}.text`)
        ? t(`refused.${kind}.text`, { minutes: Math.ceil(seconds / 60) })
        : ''
  const documentTitle = await titleOf(locale, t('form.noticeTitle', { notice: title, title: t('form.title') }))
  const answers = Object.fromEntries(page.answers)
  const notice = { kind, title, text }
  return { attempt, values, answers, offers: {}, errors: {}, summary: null, offer: null, notice, documentTitle }
}
