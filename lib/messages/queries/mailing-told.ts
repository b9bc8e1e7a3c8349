import 'server-only'
import { getTranslations } from 'next-intl/server'
import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'
import { languageName } from '#lib/i18n/languages'
import { readerLocale } from '#lib/i18n/locale'
import { PLACEHOLDERS } from '#lib/messages/policy/placeholders'
import { textFlaw } from '#lib/messages/policy/wording'
import { flawTold } from '#lib/messages/queries/letter-told'

/** The form of a letter to many again, as typed: what is wrong in it stands beside the fields and summed up. `codes` are by field. */
export async function mailingReturned(before: SetupState, values: Values, codes: Values = {}): Promise<SetupState> {
  const [t, locale] = await Promise.all([getTranslations('mailings.form'), readerLocale()])
  const label = (id: string) => {
    const [field, language = ''] = id.split('-')
    const spoken = languageName(language, locale)
    return field === 'subject' ? t('subject', { language: spoken }) : t('body', { language: spoken })
  }
  const errors: Values = {}
  for (const [field, code] of Object.entries(codes)) {
    const flaw = code === 'required' || code === 'too-long' ? null : textFlaw(values[field] ?? '', PLACEHOLDERS)
    errors[field] = flaw ? await flawTold(flaw) : t(code === 'too-long' ? 'error.too-long' : 'error.required')
  }
  const lines = Object.entries(errors).map(([id, text]) => ({ id, text: t('errorLine', { field: label(id), text }) }))
  return {
    ...firstShowing(values),
    attempt: (Number(before.attempt) || 0) + 1,
    errors,
    summary: lines.length > 0 ? { title: t('errors', { count: lines.length }), errors: lines } : null,
  }
}

/** The form again, because somebody else saved the letter meanwhile. Sent once more, it counts. */
export async function mailingOvertaken(before: SetupState, values: Values, revision: number): Promise<SetupState> {
  const t = await getTranslations('mailings.form')
  const again = await mailingReturned(before, { ...values, revision: String(revision) })
  return { ...again, meanwhile: [{ key: String(revision), title: t('meanwhileTitle'), changes: [t('meanwhileText')] }] }
}
