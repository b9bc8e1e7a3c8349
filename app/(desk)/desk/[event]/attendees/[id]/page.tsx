import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/attendee/acts'
import { AttendeeRecordView } from '#components/attendee/attendee-record'
import { consequenceOf } from '#components/attendee/consequence'
import { OutcomeMessage } from '#components/attendee/outcome-message'
import { RecordHead } from '#components/attendee/record-head'
import { UnconfirmedNotice } from '#components/attendee/unconfirmed-notice'
import { WaitingNotice } from '#components/attendee/waiting-notice'
import { DeskPage } from '#components/desk/desk-page'
import { fullName } from '#lib/attendees/policy'
import { labelsOf } from '#lib/attendees/queries/labels'
import { attendeeRows } from '#lib/attendees/queries/list'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { attendeeList } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { recordForm } from '#lib/rosters/queries/answers'
import { poolFacts } from '#lib/rosters/queries/seats'
import { outcome as outcomes } from '#lib/rosters/schema'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { record, event } = await load(await params)
  const t = await getTranslations('desk.record')
  return { title: t('pageTitle', { name: fullName(record), event: event.texts.title.text }) }
}

export default async function AttendeePage({ params, searchParams }: Props) {
  const { actor, person, locale, event, record } = await load(await params)
  const query = await searchParams
  const list = attendeeList.parse(query)
  const outcome = outcomes.parse(query)
  const [labels, form] = await Promise.all([labelsOf(event, record, locale), recordForm(event, record, locale)])
  const limit = outcome.refused === 'full' ? outcome.pool : record.wait?.blockedBy
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const [pool, promoted, consequence] = await Promise.all([
    limit ? poolFacts(actor, event.id, limit) : null,
    attendeeRows(actor, where, outcome.up),
    event.mayDecide ? consequenceOf(actor, event, record, locale) : '',
  ])
  const shown = { record, event, labels, form, locale }
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <RecordHead {...shown} list={list}>
        <OutcomeMessage {...shown} outcome={outcome} promoted={promoted.map(fullName)} pool={pool} />
        <UnconfirmedNotice {...shown} />
        <WaitingNotice {...shown} pool={outcome.refused === 'full' ? null : pool} />
        {event.mayDecide && (
          <Acts {...shown} list={list} consequence={consequence} asks={form.asks} full={outcome.refused === 'full'} />
        )}
      </RecordHead>
      <AttendeeRecordView {...shown} />
    </DeskPage>
  )
}

async function load({ event: slug, id }: { event: string; id: string }) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const record = event && (await attendeeRecord(actor, event.id, id))
  if (!event || !record) notFound()
  return { actor, person, locale, event, record }
}
