import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Notice } from '#components/ui/notice'
import { instant, offset } from '#lib/format'

/** Until when the address is to be confirmed, by the link that only the letter has. */
export async function Unconfirmed({ record, event, locale }: OwnState) {
  if (!record.confirmBy) return null
  const t = await getTranslations('registration.own.unconfirmed')
  const until = `${instant(record.confirmBy, event.timeZone, locale)} (${offset(event.timeZone, record.confirmBy)})`
  return (
    <Notice title={t('title')}>
      <p>{t('text', { email: record.email, until })}</p>
    </Notice>
  )
}
