import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/ui/tabs'
import { ATTENDEE_STATUSES, type AttendeeStatus } from '#db/enums'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** These always stand; the others only where somebody has them. */
const STANDING: readonly AttendeeStatus[] = ['confirmed', 'waiting', 'cancelled']

export async function StatusTabs({
  list,
  all,
  byStatus,
  locale,
}: {
  list: AttendeeList
  all: number
  byStatus: Partial<Record<AttendeeStatus, number>>
  locale: Locale
}) {
  const t = await getTranslations('desk')
  const shown = ATTENDEE_STATUSES.filter(
    (status) => STANDING.includes(status) || status === list.status || byStatus[status],
  )
  return (
    <Tabs
      label={t('list.tabs')}
      tabs={[
        {
          label: t('list.all'),
          href: listHref(list, { status: undefined }),
          count: number(all, locale),
          current: !list.status,
        },
        ...shown.map((status) => ({
          label: t(`status.${status}`),
          href: listHref(list, { status }),
          count: number(byStatus[status] ?? 0, locale),
          current: list.status === status,
        })),
      ]}
    />
  )
}
