import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type PageLink, Pager } from '#components/ui/pager'
import { type AttendeeList, listHref, PAGE_SIZE } from '#lib/attendees/schema/list'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** Where one is in the list, and the pages around. */
export async function ListFoot({
  list,
  page,
  pages,
  total,
  locale,
  children,
}: {
  list: AttendeeList
  page: number
  pages: number
  total: number
  locale: Locale
  children?: ReactNode
}) {
  const t = await getTranslations('desk.list')
  const from = total === 0 ? 0 : (page - 1) * PAGE_SIZE + 1
  return (
    <div className="list-foot">
      <Pager
        label={t('pages')}
        summary={t('summary', { from, to: Math.min(page * PAGE_SIZE, total), total })}
        pages={around(page, pages).map(
          (n): PageLink =>
            n === null ? null : { label: number(n, locale), href: listHref(list, { page: n }), current: n === page },
        )}
      />
      {children}
    </div>
  )
}

/** The first, the last and those near; null is a gap. */
export function around(page: number, pages: number): (number | null)[] {
  const shown = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 2,
  )
  return shown.flatMap((n, i) => (i > 0 && n - (shown[i - 1] ?? 0) > 1 ? [null, n] : [n]))
}
