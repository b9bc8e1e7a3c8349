import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttendeeTable } from '#components/attendee/attendee-table'
import { ExportLinks } from '#components/attendee/export-links'
import { ListBar } from '#components/attendee/list-bar'
import { ListEmpty } from '#components/attendee/list-empty'
import { ListFoot } from '#components/attendee/list-foot'
import { StatusTabs } from '#components/attendee/status-tabs'
import { DeskPage } from '#components/desk/desk-page'
import { ListKeys } from '#components/desk/list-keys'
import { DeskHead } from '#components/frame/desk-head'
import { attendeePage, filterOptions } from '#lib/attendees/queries/list'
import { attendeeList, PAGE_SIZE } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { env } from '#lib/env'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

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
  const list = attendeeList.parse(await searchParams)
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const [found, options, t] = await Promise.all([
    attendeePage(actor, where, list),
    filterOptions(actor, where),
    getTranslations('desk'),
  ])
  const { rows, total, page, pages } = found
  const all = options.countries.reduce((sum, country) => sum + country.n, 0)
  const from = (page - 1) * PAGE_SIZE + 1
  const caption = t('list.caption', { from, to: from + rows.length - 1, total, sort: t(`field.${list.sort}`) })
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <DeskHead title={t('list.title')}>
        <ExportLinks slug={event.slug} list={list} total={total} />
      </DeskHead>
      <div className="desk-body">
        <StatusTabs list={list} all={found.all} byStatus={found.byStatus} locale={locale} />
        {all > 0 && <ListBar list={list} options={options} />}
        <p className="sr-only" role="status">
          {t('list.found', { total })}
        </p>
        {total === 0 ? (
          <ListEmpty list={list} event={event} publicUrl={`${env().url}/e/${event.slug}`} />
        ) : (
          <>
            <AttendeeTable
              list={{ ...list, page }}
              rows={rows}
              slug={event.slug}
              caption={caption}
              timeZone={event.timeZone}
              locale={locale}
            />
            <ListFoot list={list} page={page} pages={pages} total={total} locale={locale}>
              <ListKeys />
            </ListFoot>
          </>
        )}
      </div>
    </DeskPage>
  )
}
