'use server'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { editOwn, type LimitRefusal } from '#lib/attendees/mutations/edit-own'
import { registerAgain } from '#lib/attendees/mutations/return'
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
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { readSent } from '#lib/attendees/queries/sent'
import { problemsTold, type Told } from '#lib/attendees/queries/told'
import { emailKey, ownEdit, ownReturn } from '#lib/attendees/schema/person'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { check } from '#lib/input'
import { allow } from '#lib/limits'

export type EditState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  answers: Record<string, string[]>
  offers: Told['offers']
  errors: Record<string, string>
  summary: { title: string; errors: { id: string; text: string }[] } | null
  offer: InstitutionOffer | null
  /** Why nothing was taken although nothing is wrong with the form. */
  notice: { title: string; text: string } | null
  documentTitle: string
}

type Page = { attempt: number; values: Values; answers: ReadonlyMap<string, string[]>; locale: Locale; again: boolean }

/** Saves what a participant changed of the own data, or registers somebody again. A refusal comes back with everything typed; success leads to the private page. */
export async function saveOwn(before: EditState, form: FormData): Promise<EditState> {
  const locale = await readerLocale()
  const now = new Date()
  const { values, answers: typed } = takenApart(form)
  const own = `/r/${encodeURIComponent(values.token ?? '')}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${own}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const actor = await participant(values.token ?? '')
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()
  const again = record.status === 'cancelled'
  const page: Page = { attempt: (Number(before.attempt) || 0) + 1, values, answers: typed, locale, again }

  const draftHash = draftHashOf(values.key ?? '')
  const where = { event, stages: ['registration'] as const, staff: false, locale }
  const uploads = await keepUploads(actor, form, { ...where, draftHash })
  const sent = { typed: uploads.typed, draftHash }
  page.answers = uploads.typed
  const reading = await readSent({ ...where, attendeeId: record.id, typeId: values.typeId ?? '' }, sent, now)
  if (reading.foreign.length > 0) {
    page.answers = new Map([...sent.typed].filter(([name]) => !reading.foreign.includes(name)))
    return refused('form-changed', page)
  }
  const problems = [
    ...uploads.problems,
    ...reading.problems.filter((one) => !uploads.problems.some((two) => two.questionId === one.questionId)),
  ]
  const told = await problemsTold(inOrder(problems, reading.asked), reading.asked, sent.typed, locale)
  const edited = check(ownEdit, values)
  const returning = again ? check(ownReturn, values) : null
  const checked = returning ?? edited
  if (!checked.ok || !edited.ok || told.lines.length > 0) {
    const codes = checked.ok ? {} : checked.errors
    const doubt = codes.institution ? null : await doubtAbout(values, locale)
    return wrong(doubt ? { ...codes, institution: doubt } : codes, page, told)
  }
  if (emailKey(edited.value.email) !== emailKey(record.email)) {
    const byEmail = await allow('link-email', emailKey(edited.value.email))
    if (!byEmail.ok) return refused('too-many', page, byEmail.retryAfterSeconds)
    if (!(await allow('stranger-attendee', record.id)).ok) return refused('too-many-letters', page)
  }
  const result = returning?.ok
    ? await registerAgain(actor, { ...returning.value, sent }, await wordingOf({ values, locale, event }), now)
    : await editOwn(actor, { ...edited.value, sent }, locale, now)
  if (result.ok) {
    const done = again ? 'done=1' : 'changed' in result.value && !result.value.changed ? 'saved=same' : 'saved=1'
    redirect(`${own}?${done}${result.value.asked ? '&asked=1' : ''}`)
  }
  switch (result.reason) {
    case 'invalid':
      if (result.code === 'notice-changed') Object.assign(values, { noticeId: event.notice?.id ?? '', privacy: '' })
      return wrong({ [result.field]: result.code }, page, told)
    case 'answers':
      return wrong({}, page, await problemsTold(result.problems, reading.asked, sent.typed, locale))
    case 'limit':
      return full(result, page)
    case 'changed-meanwhile':
      page.values = { ...values, revision: String(record.revision) }
      return refused('changed-meanwhile', page)
    default:
      return refused(result.reason, page)
  }
}

/** The limit that leaves no room, beside the field that met it. */
async function full({ limit }: LimitRefusal, page: Page): Promise<EditState> {
  const [t, fields] = await Promise.all([getTranslations('own.edit'), getTranslations('registration.fields')])
  const id = FIELDS[limit.subject as keyof typeof FIELDS]
  if (!id) return refused('full', page)
  const text = t(`limit.${id}`, { capacity: limit.capacity })
  return wrong({}, page, { errors: { [id]: text }, lines: [{ id, label: fields(id), text }], offers: {} })
}

const FIELDS = { type: 'typeId', institution: 'institution', country: 'countryCode' } as const

/** The form again, with what is wrong in it: beside the fields and summed up. */
async function wrong(codes: Record<string, string>, page: Page, told: Told): Promise<EditState> {
  if (codes.key) page.values.key = randomUUID()
  const { summary, ...fields } = await formTold(codes, page, told)
  const t = await getTranslations('registration.form')
  const title = t('errorTitle', { count: summary.errors.length, title: await headline(page) })
  return { ...(await shown(page, title)), ...fields, summary }
}

async function refused(reason: string, page: Page, seconds = 60): Promise<EditState> {
  const [t, form] = await Promise.all([getTranslations('own.edit.refused'), getTranslations('registration.form')])
  const known = t.has(reason) ? (reason as 'full') : 'other'
  const title = t(known, { minutes: Math.ceil(seconds / 60) })
  const state = await shown(page, form('noticeTitle', { notice: title, title: await headline(page) }))
  return { ...state, notice: { title, text: t('kept') } }
}

const headline = async ({ again }: Page): Promise<string> =>
  (await getTranslations('own.edit'))(again ? 'againTitle' : 'title')

async function shown({ attempt, values, answers }: Page, title: string) {
  const t = await getTranslations('ui')
  return {
    attempt,
    values,
    answers: Object.fromEntries(answers),
    offers: {},
    errors: {},
    summary: null,
    offer: null,
    notice: null,
    documentTitle: t('pageTitle', { page: title }),
  }
}
