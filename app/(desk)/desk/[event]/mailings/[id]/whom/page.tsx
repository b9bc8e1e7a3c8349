import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttendeeList } from '#components/attendee/attendee-list'
import { ListBar } from '#components/attendee/list-bar'
import { StatusTabs } from '#components/attendee/status-tabs'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { Aim } from '#components/mailing/aim'
import { loadMailing } from '#components/mailing/load'
import { attendeePage, filterOptions } from '#lib/attendees/queries/list'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { attendeeList, columnOf, knownList } from '#lib/attendees/schema/list'
import { answerTexts } from '#lib/rosters/queries/answer-cells'
import { filtersOf } from '#lib/rosters/queries/filters'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('mailings.whom')
  return { title: t('change') }
}

/** The list of attendees once more, to choose with its filters whom a draft is for. */
export default async function ChooseWhom({ params, searchParams }: Props) {
  const { actor, person, locale, event, mailing, subject } = await loadMailing(await params)
  if (!event.mayDecide || mailing.state !== 'draft') notFound()
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const asked = await listQuestions(actor, where)
  const list = knownList(attendeeList.parse(await searchParams), asked.questions)
  const shown = asked.questions.filter(({ id }) => list.cols.includes(columnOf(id)))
  const [found, options, filters, t, form] = await Promise.all([
    attendeePage(actor, where, list),
    filterOptions(actor, where),
    filtersOf(actor, where, asked.questions),
    getTranslations('mailings.whom'),
    getTranslations('form'),
  ])
  const ids = found.rows.map((row) => row.id)
  // Whoever filters here decides about nobody: the list has no ticks.
  const shownAs = { ...event, mayDecide: false }
  const answers = await answerTexts(actor, where, ids, shown, { yes: form('yes'), no: form('no') })
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mailings">
      <DeskHead title={t('change')}>
        <Aim slug={event.slug} mailingId={mailing.id} list={list} total={found.total} />
      </DeskHead>
      <div className="desk-body">
        <p className="edit-lead">{t('lead', { subject })}</p>
        <StatusTabs list={list} all={found.all} byStatus={found.byStatus} locale={locale} />
        <ListBar list={list} options={options} sections={asked.sections} filters={filters} />
        <AttendeeList list={list} found={found} questions={shown} answers={answers} event={shownAs} locale={locale} />
      </div>
    </DeskPage>
  )
}
