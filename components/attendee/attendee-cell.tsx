import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { StatusMark } from '#components/ui/status-mark'
import { Cell, type Fold } from '#components/ui/table'
import { listName } from '#lib/attendees/policy'
import type { AttendeeRow } from '#lib/attendees/queries/list'
import type { AttendeeList, Column } from '#lib/attendees/schema/list'
import { instant, shortDay } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { cellOf } from '#lib/rosters/policy/cells'
import { recordHref } from '#lib/rosters/schema'

type Props = {
  column: Column
  fold: Fold
  row: AttendeeRow
  list: AttendeeList
  slug: string
  timeZone: string
  locale: Locale
}

export async function AttendeeCell({ column, fold, row, list, slug, timeZone, locale }: Props) {
  const t = await getTranslations('desk')
  const word = t(`status.${row.status}`)
  switch (column) {
    case 'name':
      return (
        <Cell fold={fold}>
          <Link className="row-name" href={recordHref(slug, row.id, list)}>
            {listName(row)}
          </Link>
          {list.cols.includes('nativeName') && row.nativeName && <span className="row-sub">{row.nativeName}</span>}
        </Cell>
      )
    case 'institution':
      return (
        <Cell fold={fold}>
          {row.institution}
          <span className="row-sub">
            {list.cols.includes('place') && row.place}
            {row.institutionStatus === 'proposed' && (
              <>
                {list.cols.includes('place') && row.place && ' · '}
                <span className="row-mark">{t('list.proposed')}</span>
              </>
            )}
          </span>
        </Cell>
      )
    case 'status':
      return (
        <Cell fold={fold}>
          <StatusMark status={row.status}>{word}</StatusMark>
        </Cell>
      )
    case 'registered':
      return (
        <Cell fold={fold} align="right">
          <time dateTime={row.registeredAt.toISOString()} title={instant(row.registeredAt, timeZone, locale)}>
            {shortDay(row.registeredAt, timeZone, locale)}
          </time>
        </Cell>
      )
    default:
      return <Cell fold={fold}>{String(cellOf(column, row, () => word))}</Cell>
  }
}
