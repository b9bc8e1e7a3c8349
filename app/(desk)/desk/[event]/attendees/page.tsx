import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttendeeList } from '#components/attendee/attendee-list'
import { ExportLinks } from '#components/attendee/export-links'
import { ListBar } from '#components/attendee/list-bar'
import { StatusTabs } from '#components/attendee/status-tabs'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { WriteLink } from '#components/mailing/write-link'
import { attendeePage, filterOptions } from '#lib/attendees/queries/list'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { attendeeList, columnOf, knownList } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { answerTexts } from '#lib/rosters/queries/answer-cells'
import { filtersOf } from '#lib/rosters/queries/filters'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, (await params).event, await readerLocale())
  if (!event) notFound()
  const t = await getTranslations('desk.list')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

export default async function AttendeesPage({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event) notFound()
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const asked = await listQuestions(actor, where)
  const list = knownList(attendeeList.parse(await searchParams), asked.questions)
  const shown = asked.questions.filter(({ id }) => list.cols.includes(columnOf(id)))
  const [found, options, filters, t, form] = await Promise.all([
    attendeePage(actor, where, list),
    filterOptions(actor, where),
    filtersOf(actor, where, asked.questions),
    getTranslations('desk'),
    getTranslations('form'),
  ])
  const ids = found.rows.map((row) => row.id)
  const answers = await answerTexts(actor, where, ids, shown, { yes: form('yes'), no: form('no') })
  const all = options.countries.reduce((sum, country) => sum + country.n, 0)
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <DeskHead title={t('list.title')}>
        {event.mayDecide && <WriteLink slug={event.slug} list={list} total={found.total} />}
        <ExportLinks slug={event.slug} list={list} total={found.total} sensitive={asked.sensitive} />
      </DeskHead>
      <div className="desk-body">
        <StatusTabs list={list} all={found.all} byStatus={found.byStatus} locale={locale} />
        {all > 0 && <ListBar list={list} options={options} sections={asked.sections} filters={filters} />}
        <p className="sr-only" role="status">
          {t('list.found', { total: found.total })}
        </p>
        <AttendeeList list={list} found={found} questions={shown} answers={answers} event={event} locale={locale} />
      </div>
    </DeskPage>
  )
}
