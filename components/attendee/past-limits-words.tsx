import { getTranslations } from 'next-intl/server'
import type { PastLimitsWords } from '#components/attendee/past-limits'

/** The words of the way past a limit. */
export async function pastLimitsWords(): Promise<PastLimitsWords> {
  const [t, reason] = await Promise.all([getTranslations('desk.edit'), getTranslations('desk.record.act')])
  return {
    title: t('past.title'),
    text: t('past.text'),
    reason: reason('reason'),
    hint: t('past.hint'),
    save: t('past.save'),
    saving: t('saving'),
  }
}
