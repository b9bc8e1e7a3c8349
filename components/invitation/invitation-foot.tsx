import { getTranslations } from 'next-intl/server'
import { around } from '#components/attendee/list-foot'
import { type PageLink, Pager } from '#components/ui/pager'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { INVITATIONS_PAGE } from '#lib/invitations/queries/desk'
import { type InvitationList, invitationsHref, listHref } from '#lib/invitations/schema/list'

/** Where one is in the list, and the pages around. */
export async function InvitationFoot({
  slug,
  list,
  total,
  locale,
}: {
  slug: string
  list: InvitationList
  total: number
  locale: Locale
}) {
  const t = await getTranslations('invitations.list')
  const pages = Math.ceil(total / INVITATIONS_PAGE)
  const from = (list.page - 1) * INVITATIONS_PAGE + 1
  return (
    <div className="list-foot">
      <Pager
        label={t('pages')}
        summary={t('summary', {
          from: Math.min(from, total),
          to: Math.min(list.page * INVITATIONS_PAGE, total),
          total,
        })}
        pages={around(list.page, pages).map(
          (page): PageLink =>
            page === null
              ? null
              : {
                  label: number(page, locale),
                  href: `${invitationsHref(slug)}${listHref(list, { page })}`,
                  current: page === list.page,
                },
        )}
      />
    </div>
  )
}
