import { getTranslations } from 'next-intl/server'
import { AnswerCell } from '#components/attendee/answer-cell'
import { AttendeeCell } from '#components/attendee/attendee-cell'
import { TickAll } from '#components/attendee/ticks'
import { Cell, type Column as Head, Row, Table } from '#components/ui/table'
import { fullName } from '#lib/attendees/policy'
import type { AttendeeRow } from '#lib/attendees/queries/list'
import {
  type AnyColumn,
  type AttendeeList,
  type Column,
  isQuestionColumn,
  listHref,
  questionOfColumn,
  SORTS,
  type Sort,
} from '#lib/attendees/schema/list'
import type { Question } from '#lib/forms/policy/question'
import type { Locale } from '#lib/i18n/locales'
import type { AnswerTexts } from '#lib/rosters/queries/answer-cells'

const FOLDS: Partial<Record<Column, Head['fold']>> = {
  name: 'title',
  status: 'aside',
  institution: 'body',
  place: 'body',
  type: 'early',
  registered: 'away',
  title: 'away',
}

/** The rows of the list, sorted by the heads of its columns. */
export async function AttendeeTable({
  list,
  rows,
  questions,
  answers,
  slug,
  caption,
  timeZone,
  locale,
  ticks,
}: {
  list: AttendeeList
  rows: AttendeeRow[]
  /** Those that columns stand for. */
  questions: readonly Question[]
  answers: AnswerTexts
  slug: string
  caption: string
  timeZone: string
  locale: Locale
  /** Rows can be ticked. */
  ticks: boolean
}) {
  const [t, many] = await Promise.all([getTranslations('desk.field'), getTranslations('desk.many')])
  const columns = ownColumns(list.cols)
  const labelOf = (column: AnyColumn) =>
    questions.find(({ id }) => isQuestionColumn(column) && id === questionOfColumn(column))?.label.text ?? ''
  const heads = columns.map((column): Head => {
    if (isQuestionColumn(column)) return { key: column, label: labelOf(column), fold: 'body' }
    const fold = FOLDS[column] ?? 'body'
    return {
      key: column,
      label: t(column),
      fold,
      ...(column === 'registered' && { align: 'right' as const }),
      ...(isSort(column) && { sort: sortLink(list, column) }),
    }
  })
  const tickHead: Head = {
    key: 'tick',
    label: many('tick'),
    fold: 'tick',
    head: <TickAll label={many('tickAll')} plain={many('tick')} />,
  }
  return (
    <Table caption={caption} columns={ticks ? [tickHead, ...heads] : heads}>
      {rows.map((row) => (
        <Row key={row.id}>
          {ticks && (
            <Cell fold="tick">
              {/* The row is read with the name; the label makes the box as large as a finger. */}
              <label className="tick">
                <input type="checkbox" name="id" value={row.id} aria-label={many('tickOne', { name: fullName(row) })} />
              </label>
            </Cell>
          )}
          {columns.map((column) =>
            isQuestionColumn(column) ? (
              <AnswerCell key={column} label={labelOf(column)} text={answers(row.id, questionOfColumn(column))} />
            ) : (
              <AttendeeCell
                key={column}
                column={column}
                fold={FOLDS[column] ?? 'body'}
                row={row}
                list={list}
                slug={slug}
                timeZone={timeZone}
                locale={locale}
              />
            ),
          )}
        </Row>
      ))}
    </Table>
  )
}

/** The native name stands under the name, and the place under the institution where that is shown. */
const ownColumns = (chosen: readonly AnyColumn[]) =>
  chosen.filter((column) => column !== 'nativeName' && !(column === 'place' && chosen.includes('institution')))

const isSort = (column: Column): column is Column & Sort => (SORTS as readonly string[]).includes(column)

function sortLink(list: AttendeeList, column: Sort) {
  const current = list.sort === column
  const dir = current && list.dir === 'asc' ? 'desc' : 'asc'
  return {
    href: listHref(list, { sort: column, dir }),
    ...(current && { direction: list.dir === 'asc' ? ('ascending' as const) : ('descending' as const) }),
  }
}
