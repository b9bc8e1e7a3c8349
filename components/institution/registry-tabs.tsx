import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/ui/tabs'
import { INSTITUTION_STATUSES, type InstitutionStatus } from '#db/enums'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { type RegistryList, registryHref } from '#lib/institutions/schema/list'

/** What stands in the registry, what people proposed and waits for a decision, what is no longer offered. */
export async function RegistryTabs({
  list,
  byStatus,
  locale,
}: {
  list: RegistryList
  byStatus: Partial<Record<InstitutionStatus, number>>
  locale: Locale
}) {
  const t = await getTranslations('registry')
  return (
    <Tabs
      label={t('list.tabs')}
      tabs={INSTITUTION_STATUSES.map((status) => ({
        label: t(`tab.${status}`),
        href: registryHref(list, { status }),
        count: number(byStatus[status] ?? 0, locale),
        due: status === 'proposed' && (byStatus.proposed ?? 0) > 0,
        current: list.status === status,
      }))}
    />
  )
}
