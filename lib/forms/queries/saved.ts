import 'server-only'
import { getTranslations } from 'next-intl/server'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { shortInstant } from '#lib/format'
import type { EditedForm } from '#lib/forms/policy/edited'
import { changedFields } from '#lib/forms/policy/words'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'

/** What others saved of a question after a revision, the latest first, in words. The form proves that the actor may read it. */
export async function savedSince(
  _actor: Actor,
  form: EditedForm,
  questionId: string,
  revision: number,
  { locale, timeZone }: { locale: Locale; timeZone: string },
) {
  const [t, history] = await Promise.all([getTranslations('builder.saved'), historyOf(questionId)])
  if (!form.sections.some((section) => section.questions.some((one) => one.id === questionId))) return []
  const say = (value: unknown) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value ?? '') || t('empty')
  return history
    .filter((entry) => Number(entry.after.revision) > revision)
    .map((entry) => ({
      key: entry.id,
      title: [shortInstant(entry.at, timeZone, locale), entry.by].filter(Boolean).join(', '),
      changes: changedFields(entry.before, entry.after).map((change) => {
        const name = t.has(`field.${change.field}`) ? t(`field.${change.field}` as 'field.label') : change.field
        const field = change.locale
          ? t('inLanguage', { field: name, language: languageName(change.locale, locale) })
          : name
        return change.plain ? t('change', { field, before: say(change.before), after: say(change.after) }) : field
      }),
    }))
}
