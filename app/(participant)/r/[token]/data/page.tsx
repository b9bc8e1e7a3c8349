import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Data } from '#components/own/data'
import { OwnFrame } from '#components/own/own-frame'
import { StatusMessage } from '#components/ui/status-message'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ did?: string }> }

const DID = ['language', 'withdrawn', 'erased'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await ownEvent(await participant((await params).token), await readerLocale())
  const t = await getTranslations('own.data')
  return { title: event && t('documentTitle', { event: event.texts.title.text }), robots: { index: false } }
}

/** The participant's rights over the own data, each a press away. */
export default async function OwnDataPage({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const actor = await participant((await params).token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()
  const t = await getTranslations('own.data')
  const asked = (await searchParams).did
  const did = DID.find((one) => one === asked)
  return (
    <OwnFrame record={record} event={event} locale={locale}>
      {did && <StatusMessage>{t(`did.${did}`)}</StatusMessage>}
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead', { event: event.texts.title.text })}</p>
      <Data record={record} event={event} locale={locale} />
    </OwnFrame>
  )
}
