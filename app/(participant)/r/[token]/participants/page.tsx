import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { ParticipantList, pageOf } from '#components/people/participant-list'
import { factsOf } from '#components/registration/facts-of'
import { WithStub } from '#components/registration/with-stub'
import { ownEvent } from '#lib/attendees/queries/own'
import { participantsFor } from '#lib/attendees/queries/participants'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await ownEvent(await participant((await params).token), await readerLocale())
  const t = await getTranslations('people.list')
  const title = event ? t('pageTitle', { event: event.texts.title.text }) : null
  return { title, robots: { index: false, follow: false } }
}

/** Who is coming, for those who have a place themselves. */
export default async function Participants({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const { token } = await params
  const actor = await participant(token)
  const page = pageOf((await searchParams).page)
  const [event, list] = await Promise.all([ownEvent(actor, locale), participantsFor(actor, page, locale)])
  if (!event || !list) notFound()
  const t = await getTranslations('people.list')
  return (
    <PublicFrame
      link={{ label: t('own'), href: `/r/${token}` }}
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
    >
      <WithStub stub={factsOf(event, locale)}>
        <h1>{t('title')}</h1>
        <p className="people-lead">{event.listVisibility === 'public' ? t('leadBoth') : t('leadOthers')}</p>
        <ParticipantList list={list} href={`/r/${token}/participants`} locale={locale} />
      </WithStub>
    </PublicFrame>
  )
}
