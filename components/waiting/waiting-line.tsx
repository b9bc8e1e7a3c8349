import { getTranslations } from 'next-intl/server'
import { around } from '#components/attendee/list-foot'
import { ListKeys } from '#components/desk/list-keys'
import { Empty } from '#components/ui/empty'
import { type PageLink, Pager } from '#components/ui/pager'
import { Table } from '#components/ui/table'
import type { WaitingDesk } from '#components/waiting/desk'
import { WaitingPerson } from '#components/waiting/waiting-person'
import type { LimitName } from '#components/waiting/why-waiting'
import { number } from '#lib/format'
import { WAITING_PAGE, type waitingPage } from '#lib/rosters/queries/waiting'
import { waitingHref } from '#lib/rosters/schema'

/** The queue in its order, a page of it; or that nobody waits. */
export async function WaitingLine({
  found,
  names,
  ...desk
}: WaitingDesk & { found: Awaited<ReturnType<typeof waitingPage>>; names: LimitName }) {
  const [t, field] = await Promise.all([getTranslations('desk.waiting'), getTranslations('desk.field')])
  const { event, locale } = desk
  const { rows, total, page, pages, held } = found
  if (total === 0)
    return (
      <Empty seed={event.id} title={t('empty.title')}>
        {t('empty.text')}
      </Empty>
    )
  const first = (page - 1) * WAITING_PAGE + 1
  const summary = { from: first, to: first + rows.length - 1, total }
  return (
    <section className="waiting-part" aria-labelledby="line-title">
      <h2 id="line-title">
        {t('line', { count: total })}
        {held > 0 && <span className="waiting-held"> {t('heldCount', { count: held })}</span>}
      </h2>
      <Table
        caption={t('caption', summary)}
        columns={[
          { key: 'place', label: t('column.place'), fold: 'aside' },
          { key: 'name', label: field('name'), fold: 'title' },
          { key: 'institution', label: field('institution'), fold: 'body' },
          { key: 'type', label: field('type'), fold: 'early' },
          { key: 'why', label: t('column.why'), fold: 'body' },
          { key: 'since', label: t('column.since'), fold: 'body' },
          ...(event.mayDecide ? [{ key: 'decide', label: t('column.decide'), fold: 'body' as const }] : []),
        ]}
      >
        {rows.map((row) => (
          <WaitingPerson key={row.id} {...desk} row={row} total={total} names={names} />
        ))}
      </Table>
      <div className="list-foot">
        <Pager
          label={t('pages')}
          summary={t('summary', summary)}
          pages={around(page, pages).map(
            (n): PageLink =>
              n === null ? null : { label: number(n, locale), href: waitingHref(event.slug, n), current: n === page },
          )}
        />
        <ListKeys search={false} />
      </div>
    </section>
  )
}
