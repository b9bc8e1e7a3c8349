import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Correction } from '#components/attendee/correction'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { fullName } from '#lib/attendees/policy'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { recordHref } from '#lib/rosters/schema'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { record } = await load(await params)
  const t = await getTranslations('desk.edit')
  return { title: t('pageTitle', { name: fullName(record) }) }
}

export default async function CorrectPage({ params, searchParams }: Props) {
  const { actor, person, locale, event, record } = await load(await params)
  const list = attendeeList.parse(await searchParams)
  const t = await getTranslations('desk')
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <div className="correction">
        <Breadcrumb
          label={t('record.way')}
          parts={[
            { label: t('attendees'), href: `/desk/${event.slug}/attendees${listHref(list, { page: list.page })}` },
            { label: fullName(record), href: recordHref(event.slug, record.id, list) },
            { label: t('edit.title') },
          ]}
        />
        <h1>{t('edit.title')}</h1>
        <p className="correction-lead">{t('edit.lead')}</p>
        <Correction record={record} event={event} list={list} locale={locale} />
      </div>
    </DeskPage>
  )
}

/** Only those who may decide correct; for all others there is no such page. */
async function load({ event: slug, id }: { event: string; id: string }) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const record = event?.mayDecide && (await attendeeRecord(actor, event.id, id))
  if (!event || !record) notFound()
  return { actor, person, locale, event, record }
}
