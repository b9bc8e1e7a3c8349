import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { publicSentences } from '#components/people/list-sentences'
import { ParticipantList, pageOf } from '#components/people/participant-list'
import { factsOf } from '#components/registration/facts-of'
import { WithStub } from '#components/registration/with-stub'
import { publicParticipants } from '#lib/attendees/queries/participants'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string | string[] }> }

/** Names are for readers of this page, not for search engines. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await publicEvent((await params).slug, await readerLocale())
  const t = await getTranslations('people.list')
  const title = event ? t('pageTitle', { event: event.texts.title.text }) : null
  return { title, robots: { index: false, follow: false } }
}

/** Who is coming, as far as they agreed to be named to everybody. */
export default async function PublicParticipants({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const { slug } = await params
  const page = pageOf((await searchParams).page)
  const [event, list] = await Promise.all([
    publicEvent(slug, locale),
    publicParticipants(slug, publicSentences(), page, locale),
  ])
  if (!event || !list) notFound()
  const t = await getTranslations('people.list')
  return (
    <PublicFrame
      alone
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${slug}/privacy` : undefined}
    >
      <WithStub stub={factsOf(event, locale)}>
        <h1>{t('title')}</h1>
        <p className="people-lead">{t('lead')}</p>
        <ParticipantList list={list} href={`/e/${slug}/participants`} locale={locale} />
      </WithStub>
    </PublicFrame>
  )
}
