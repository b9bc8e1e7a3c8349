import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Answers } from '#components/attendee/answers'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { fullName } from '#lib/attendees/policy'
import { answersOf } from '#lib/attendees/queries/answers'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { formOf } from '#lib/forms/queries/form'
import { readerLocale } from '#lib/i18n/locale'
import { readSensitive } from '#lib/rosters/mutations/read-sensitive'
import { recordHref } from '#lib/rosters/schema'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { record } = await load(await params)
  const t = await getTranslations('desk.answers')
  return { title: t('pageTitle', { name: fullName(record) }) }
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { actor, person, locale, event, record } = await load(await params)
  const list = attendeeList.parse(await searchParams)
  const t = await getTranslations('desk')
  // The form holds every answer, so opening it is reading what is sensitive, and is written down as such.
  const read = await readSensitive(actor, event.id, record.id)
  if (!read.ok) notFound()
  const [form, answers] = await Promise.all([formOf(event, locale), answersOf(record.id)])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <div className="correction">
        <Breadcrumb
          label={t('record.way')}
          parts={[
            { label: t('attendees'), href: `/desk/${event.slug}/attendees${listHref(list, { page: list.page })}` },
            { label: fullName(record), href: recordHref(event.slug, record.id, list) },
            { label: t('answers.edit') },
          ]}
        />
        <h1>{t('answers.editTitle', { name: fullName(record) })}</h1>
        <p className="correction-lead">
          {t('answers.lead')} {read.value.size > 0 && t('answers.leadSensitive')}
        </p>
        <Answers record={record} event={event} form={form} answers={answers} list={list} locale={locale} />
      </div>
    </DeskPage>
  )
}

/** Only those who may decide answer for others; for all others there is no such page. */
async function load({ event: slug, id }: { event: string; id: string }) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const record = event?.mayDecide && (await attendeeRecord(actor, event.id, id))
  if (!event || !record) notFound()
  return { actor, person, locale, event, record }
}
