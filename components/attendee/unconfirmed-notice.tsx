import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Notice } from '#components/ui/notice'
import { instant } from '#lib/format'

/** Until when somebody has to confirm the address, or the registration lapses. */
export async function UnconfirmedNotice({ record, event, locale }: RecordProps) {
  if (!record.confirmBy) return null
  const t = await getTranslations('desk.record')
  return (
    <Notice tone="plain">
      <p>{t('unconfirmed', { email: record.email, until: instant(record.confirmBy, event.timeZone, locale) })}</p>
    </Notice>
  )
}
