import 'server-only'
import { getTranslations } from 'next-intl/server'
import { formTold, type InstitutionOffer, type Values } from '#lib/attendees/queries/form-told'
import type { Told } from '#lib/attendees/queries/told'
import type { PublicEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** Why a registration was not taken although nothing is wrong with the form. */
export type Refusal =
  | 'duplicate'
  | 'closed'
  | 'not-yet'
  | 'too-many'
  | 'expired'
  | 'gone'
  | 'form-changed'
  | 'invitation-ended'

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

/** The form as it was sent. */
export type Page = {
  attempt: number
  values: Values
  answers: ReadonlyMap<string, string[]>
  locale: Locale
  event: PublicEvent
}

/** The form again, with what is wrong in it: beside the fields and summed up. */
export async function wrong(codes: Record<string, string>, page: Page, told: Told): Promise<RegisterState> {
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
export async function refused(
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
