import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/ui/tabs'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { MAIL_TABS, type MailList, type MailTab, mailHref } from '#lib/messages/schema/mail-list'

/** These always stand; the others only where there is something in them. */
const STANDING: readonly MailTab[] = ['all', 'waiting', 'failed', 'sent']

export async function MailTabs({
  list,
  counts,
  locale,
}: {
  list: MailList
  counts: Record<MailTab, number>
  locale: Locale
}) {
  const t = await getTranslations('mailings.mail')
  return (
    <Tabs
      label={t('tabs')}
      tabs={MAIL_TABS.filter((tab) => STANDING.includes(tab) || tab === list.tab || counts[tab] > 0).map((tab) => ({
        label: t(`tab.${tab}`),
        href: mailHref(list, { tab }),
        count: number(counts[tab], locale),
        current: tab === list.tab,
        due: (tab === 'failed' || tab === 'doubtful') && counts[tab] > 0,
      }))}
    />
  )
}
