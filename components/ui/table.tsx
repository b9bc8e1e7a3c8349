import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

/** Where a cell goes on a phone, where rows fold to two columns: `early` already goes where the rail goes. */
export type Fold = 'title' | 'aside' | 'body' | 'away' | 'early' | 'tick'

export type Column = {
  key: string
  label: string
  align?: 'right'
  fold?: Fold
  /** Stands in the head instead of the label. */
  head?: ReactNode
  /** The link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

/** The shell of a list. The rows are `<Row>` with one `<Cell>` a column. Roles are written out: folding changes `display`, which else would take them away. */
export function Table({ caption, columns, children }: { caption: string; columns: Column[]; children: ReactNode }) {
  return (
    <table className="datatable" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cellClass(column.fold, column.align)}
              aria-sort={column.sort?.direction ?? (column.sort ? 'none' : undefined)}
            >
              {column.head ?? (column.sort ? <SortLink label={column.label} {...column.sort} /> : column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

export function Row({ selected, children }: { selected?: boolean; children: ReactNode }) {
  return (
    <tr role="row" aria-selected={selected}>
      {children}
    </tr>
  )
}

/** One cell. That of the title is the header of its row: whoever moves down another column hears whose row it is. */
export function Cell({
  fold,
  align,
  lang,
  children,
}: {
  fold?: Fold
  align?: 'right'
  lang?: string
  children: ReactNode
}) {
  const rest = { className: cellClass(fold, align), lang, children }
  return fold === 'title' ? <th role="rowheader" scope="row" {...rest} /> : <td role="cell" {...rest} />
}

function SortLink({ label, href, direction }: { label: string; href: string; direction?: 'ascending' | 'descending' }) {
  return (
    <Link href={href} scroll={false}>
      {label}
      {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} />}
    </Link>
  )
}

function cellClass(fold?: Fold, align?: 'right'): string | undefined {
  return [fold && `fold-${fold}`, fold === 'early' && 'fold-away', align].filter(Boolean).join(' ') || undefined
}
