'use server'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { answerQuestions } from '#lib/attendees/mutations/answers'
import { draftHashOf, keepUploads } from '#lib/attendees/mutations/uploads'
import { inOrder } from '#lib/attendees/policy/answers'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { readSent } from '#lib/attendees/queries/sent'
import { problemsTold, type Told } from '#lib/attendees/queries/told'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { typedValues } from '#lib/input'
import { allow } from '#lib/limits'

export type QuestionsState = {
  attempt: number
  /** Ties the files that came with the form to it; empty on the first showing. */
  key: string
  answers: Record<string, string[]>
  errors: Told['errors']
  offers: Told['offers']
  summary: { title: string; errors: { id: string; text: string }[] } | null
  /** Why nothing was taken although nothing is wrong with the answers. */
  notice: string
  documentTitle: string
}

/** Takes the answers to what is asked once the place is secured. A refusal comes back with everything typed; success leads to the private page. */
export async function answerOwn(before: QuestionsState, form: FormData): Promise<QuestionsState> {
  const { token = '', key = '' } = typedValues(form)
  const page = `/r/${encodeURIComponent(token)}`
  const allowed = await allow('cancel-address', (await headers()).get('x-serai-address') ?? '')
  if (!allowed.ok) redirect(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  const locale = await readerLocale()
  const now = new Date()
  const actor = await participant(token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()

  const draftHash = draftHashOf(key)
  const where = { event, stages: ['afterwards'] as const, staff: false, locale }
  const uploads = await keepUploads(actor, form, { ...where, draftHash })
  const sent = { typed: uploads.typed, draftHash }
  const reading = await readSent({ ...where, attendeeId: record.id, typeId: record.typeId }, sent, now)
  const bad = [
    ...uploads.problems,
    ...reading.problems.filter((one) => !uploads.problems.some((two) => two.questionId === one.questionId)),
  ]
  const answer = bad.length === 0 ? await answerQuestions(actor, sent, locale, now) : undefined
  if (answer?.ok) redirect(`${page}?answered=1`)
  const problems = answer?.reason === 'answers' ? answer.problems : bad
  const told = await problemsTold(inOrder(problems, reading.asked), reading.asked, sent.typed, locale)
  const known = [...sent.typed].filter(([name]) => !reading.foreign.includes(name))
  const state = { attempt: (Number(before.attempt) || 0) + 1, key, answers: Object.fromEntries(known) }
  return told.lines.length > 0
    ? { ...state, ...(await wrong(told, locale)) }
    : { ...state, ...(await refusal(answer?.reason ?? 'not-found', locale)) }
}

async function wrong({ errors, offers, lines }: Told, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'registration' })
  const count = lines.length
  const summary = {
    title: t('summary.title', { count }),
    errors: lines.map(({ id, label, text }) => ({ id, text: t('summary.line', { label, error: text }) })),
  }
  const documentTitle = await titled(locale, t('form.errorTitle', { count, title: t('questions.title') }))
  return { errors, offers, summary, notice: '', documentTitle }
}

async function refusal(reason: string, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'registration' })
  const notice = t.has(`questions.refused.${reason}`) ? t(`questions.refused.${reason}`) : t('questions.refused.other')
  const documentTitle = await titled(locale, t('form.noticeTitle', { notice, title: t('questions.title') }))
  return { errors: {}, offers: {}, summary: null, notice, documentTitle }
}

async function titled(locale: Locale, page: string): Promise<string> {
  return (await getTranslations({ locale, namespace: 'ui' }))('pageTitle', { page })
}
