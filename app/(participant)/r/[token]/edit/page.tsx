import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Edit } from '#components/own/edit'
import { OwnFrame } from '#components/own/own-frame'
import { lastCancellation, ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }> }

/** The form gives the page its title itself, since it counts the errors. */
export const metadata: Metadata = { title: null, robots: { index: false } }

/** The own data, to be changed; or to be sent again by somebody who gave the place up. */
export default async function EditOwn({ params }: Props) {
  const locale = await readerLocale()
  const actor = await participant((await params).token)
  const [record, event, cancellation] = await Promise.all([
    ownRecord(actor),
    ownEvent(actor, locale),
    lastCancellation(actor),
  ])
  if (!record || !event) notFound()
  const t = await getTranslations('own.edit')
  return (
    <OwnFrame alone record={record} event={event} locale={locale}>
      <h1>{t(record.status === 'cancelled' ? 'againTitle' : 'title')}</h1>
      <Edit record={record} event={event} cancellation={cancellation} locale={locale} />
    </OwnFrame>
  )
}
