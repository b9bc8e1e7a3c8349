import type { getTranslations } from 'next-intl/server'
import type { PastLimitsWords } from '#components/attendee/past-limits'

/** The words of the way past a limit. */
export function pastLimitsWords(t: Awaited<ReturnType<typeof getTranslations<'desk'>>>): PastLimitsWords {
  return {
    title: t('edit.past.title'),
    text: t('edit.past.text'),
    reason: t('record.act.reason'),
    hint: t('edit.past.hint'),
    save: t('edit.past.save'),
    saving: t('edit.saving'),
  }
}
