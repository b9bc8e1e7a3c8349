import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import { OwnQuestions } from '#components/registration/own-questions'
import { WithStub } from '#components/registration/with-stub'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }> }

/** The form gives the page its title itself, since it counts the errors. */
export const metadata: Metadata = { title: null, robots: { index: false } }

/** What is asked once the place is secured. */
export default async function Questions({ params }: Props) {
  const { token } = await params
  const locale = await readerLocale()
  const actor = await participant(token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()
  const t = await getTranslations('registration')
  const isPublic = event.status === 'published'
  const facts = factsOf(event, locale)
  return (
    <PublicFrame
      alone
      link={{ label: t('own.back'), href: `/r/${record.token}` }}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice && isPublic ? `/e/${event.slug}/privacy` : undefined}
    >
      <WithStub stub={isPublic ? facts : { ...facts, href: `/r/${record.token}` }}>
        <h1>{t('questions.title')}</h1>
        <OwnQuestions record={record} event={event} locale={locale} />
      </WithStub>
    </PublicFrame>
  )
}
