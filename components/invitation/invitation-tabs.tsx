import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/ui/tabs'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { InvitationStatus } from '#lib/invitations/queries/desk'
import { INVITATION_STATUSES, type InvitationList, invitationsHref, listHref } from '#lib/invitations/schema/list'

/** These always stand; the others only where there are some. */
const STANDING: readonly InvitationStatus[] = ['sent', 'seen', 'accepted', 'declined']

export async function InvitationTabs({
  slug,
  list,
  counts,
  locale,
}: {
  slug: string
  list: InvitationList
  counts: Record<InvitationStatus, number>
  locale: Locale
}) {
  const t = await getTranslations('invitations')
  const shown = INVITATION_STATUSES.filter(
    (status) => STANDING.includes(status) || status === list.status || counts[status] > 0,
  )
  const all = INVITATION_STATUSES.reduce((sum, status) => sum + counts[status], 0)
  const tab = (status: InvitationStatus | undefined, label: string, count: number) => ({
    label,
    href: `${invitationsHref(slug)}${listHref(list, { status })}`,
    count: number(count, locale),
    due: status === 'failed' && count > 0,
    current: list.status === status,
  })
  return (
    <Tabs
      label={t('list.tabs')}
      tabs={[
        tab(undefined, t('list.all'), all),
        ...shown.map((status) => tab(status, t(`status.${status}`), counts[status])),
      ]}
    />
  )
}
