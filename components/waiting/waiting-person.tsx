import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { Cell, Row } from '#components/ui/table'
import type { WaitingDesk } from '#components/waiting/desk'
import { WaitingActs } from '#components/waiting/waiting-acts'
import { type LimitName, WhyWaiting } from '#components/waiting/why-waiting'
import { fullName, listName } from '#lib/attendees/policy'
import { attendeeList } from '#lib/attendees/schema/list'
import { instant, number, shortDay } from '#lib/format'
import type { WaitingRow } from '#lib/rosters/queries/waiting'
import { recordHref, waitingHref } from '#lib/rosters/schema'

const WHOLE = attendeeList.parse({})
const COLUMNS = 7

type Props = WaitingDesk & { row: WaitingRow; total: number; names: LimitName }

/** Somebody in the queue; below, where it is their turn to be decided about, what can be done. */
export async function WaitingPerson({ row, total, names, ...desk }: Props) {
  const t = await getTranslations('desk.waiting')
  const { event, view, locale } = desk
  const open = event.mayDecide && view.at === row.id
  return (
    <>
      <Row selected={open || view.who === row.id || undefined}>
        <Cell fold="aside">
          <span className="waiting-place">{number(row.turn, locale)}</span>
        </Cell>
        <Cell fold="title">
          <Link className="row-name" href={recordHref(event.slug, row.id, WHOLE)}>
            {listName(row)}
          </Link>
          {row.nativeName && <span className="row-sub">{row.nativeName}</span>}
        </Cell>
        <Cell fold="body">
          {row.institution}
          <span className="row-sub">{row.place}</span>
        </Cell>
        <Cell fold="early">{row.type}</Cell>
        <Cell fold="body">
          <WhyWaiting why={row.why} names={names} />
        </Cell>
        <Cell fold="body">
          <time dateTime={row.since.toISOString()} title={instant(row.since, event.timeZone, locale)}>
            {t('since', { day: shortDay(row.since, event.timeZone, locale) })}
          </time>
        </Cell>
        {event.mayDecide && (
          <Cell fold="body">
            <Link
              className="waiting-decide"
              href={
                open ? waitingHref(event.slug, view.page) : waitingHref(event.slug, view.page, { at: row.id }, '#at')
              }
              aria-label={t(open ? 'close' : 'decideOn', { name: fullName(row) })}
              scroll={false}
            >
              {t(open ? 'closeWord' : 'decide')}
            </Link>
          </Cell>
        )}
      </Row>
      {open && (
        <tr role="row" className="waiting-open">
          <td role="cell" colSpan={COLUMNS}>
            <WaitingActs {...desk} row={row} total={total} names={names} />
          </td>
        </tr>
      )}
    </>
  )
}
