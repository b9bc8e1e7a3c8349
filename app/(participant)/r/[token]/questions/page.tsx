import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnFrame } from '#components/own/own-frame'
import { OwnQuestions } from '#components/registration/own-questions'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }> }

/** The form gives the page its title itself, since it counts the errors. */
export const metadata: Metadata = { title: null, robots: { index: false } }

/** What is asked once the place is secured. */
export default async function Questions({ params }: Props) {
  const locale = await readerLocale()
  const actor = await participant((await params).token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()
  const t = await getTranslations('registration.questions')
  return (
    <OwnFrame alone record={record} event={event} locale={locale}>
      <h1>{t('title')}</h1>
      <OwnQuestions record={record} event={event} locale={locale} />
    </OwnFrame>
  )
}
