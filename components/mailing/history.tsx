import { getTranslations } from 'next-intl/server'
import { Log } from '#components/ui/log'
import { shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { MailingRecord } from '#lib/messages/queries/mailings'

/** What was done to the letter, the latest first, and by whom. */
export async function MailingHistory({
  mailing,
  timeZone,
  locale,
}: {
  mailing: MailingRecord
  timeZone: string
  locale: Locale
}) {
  const t = await getTranslations('mailings.history')
  return (
    <section className="mailing-history">
      <h2>{t('title')}</h2>
      <Log
        entries={mailing.history.map(({ id, at, verb, by }) => ({
          key: id,
          at: at.toISOString(),
          when: shortInstant(at, timeZone, locale),
          text: t(verb as 'mailing.create'),
          detail: by ?? t('nobody'),
        }))}
      />
    </section>
  )
}
