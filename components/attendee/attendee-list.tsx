import { getTranslations } from 'next-intl/server'
import { AttendeeTable } from '#components/attendee/attendee-table'
import { ListEmpty } from '#components/attendee/list-empty'
import { ListFoot } from '#components/attendee/list-foot'
import { ManyBar } from '#components/attendee/many-bar'
import type { EventOfDesk } from '#components/desk/desk-page'
import { ListKeys } from '#components/desk/list-keys'
import type { attendeePage } from '#lib/attendees/queries/list'
import { type AttendeeList as List, listHref, PAGE_SIZE } from '#lib/attendees/schema/list'
import { env } from '#lib/env'
import type { Question } from '#lib/forms/policy/question'
import type { Locale } from '#lib/i18n/locales'
import type { AnswerTexts } from '#lib/rosters/queries/answer-cells'
import { manyHref } from '#lib/rosters/schema'

type Props = {
  list: List
  found: Awaited<ReturnType<typeof attendeePage>>
  /** Those that columns stand for, and what was answered to them. */
  questions: readonly Question[]
  answers: AnswerTexts
  event: EventOfDesk
  locale: Locale
}

/** One page of the list, or why there is none. */
export async function AttendeeList({ list, found, questions, answers, event, locale }: Props) {
  const t = await getTranslations('desk')
  const { rows, total, page, pages } = found
  if (total === 0) return <ListEmpty list={list} event={event} publicUrl={`${env().url}/e/${event.slug}`} />
  const from = (page - 1) * PAGE_SIZE + 1
  const table = (
    <AttendeeTable
      list={{ ...list, page }}
      rows={rows}
      questions={questions}
      answers={answers}
      slug={event.slug}
      caption={t('list.caption', { from, to: from + rows.length - 1, total, sort: t(`field.${list.sort}`) })}
      timeZone={event.timeZone}
      locale={locale}
      ticks={event.mayDecide}
    />
  )
  return (
    <>
      {event.mayDecide ? (
        <form className="many" action={manyHref(event.slug)} method="get">
          <input type="hidden" name="list" value={listHref(list, { page })} />
          {table}
          <ManyBar shown={rows.length} total={total} />
        </form>
      ) : (
        table
      )}
      <ListFoot list={list} page={page} pages={pages} total={total} locale={locale}>
        <ListKeys ticks={event.mayDecide} />
      </ListFoot>
    </>
  )
}
