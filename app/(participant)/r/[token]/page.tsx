import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { OwnNews, type OwnQuery } from '#components/own/own-news'
import { FocusMain } from '#components/registration/focus-main'
import { ForgetDraft } from '#components/registration/forget-draft'
import { OwnRegistration } from '#components/registration/own-registration'
import { blockedBy } from '#lib/attendees/queries/blocked'
import { ownAskedAddress } from '#lib/attendees/queries/new-address'
import { lastCancellation, ownRecord } from '#lib/attendees/queries/one'
import { onlineUrlOf } from '#lib/attendees/queries/online'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<OwnQuery>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await ownEvent(await participant((await params).token), await readerLocale())
  const t = await getTranslations('registration')
  // The server's header keeps the referrer on this site; `no-referrer` would make browsers hide the origin of the forms here.
  return {
    title: event ? t('own.documentTitle', { event: event.texts.title.text }) : t('badLink.title'),
    robots: { index: false },
  }
}

export default async function MyRegistration({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const actor = await participant((await params).token)
  const [record, event, cancellation, blocked, onlineUrl, asked] = await Promise.all([
    ownRecord(actor),
    ownEvent(actor, locale),
    lastCancellation(actor),
    blockedBy(actor),
    onlineUrlOf(actor),
    ownAskedAddress(actor),
  ])
  if (!record || !event) notFound()
  const t = await getTranslations('registration')
  const isPublic = event.status === 'published'
  const query = await searchParams
  return (
    <PublicFrame
      link={isPublic ? { label: t('own.theEvent'), href: `/e/${event.slug}` } : undefined}
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice && isPublic ? `/e/${event.slug}/privacy` : undefined}
    >
      {query.new && <ForgetDraft slug={event.slug} />}
      {query.done && <FocusMain />}
      <OwnNews query={query} asked={asked} />
      <OwnRegistration
        record={record}
        event={event}
        cancellation={cancellation}
        blocked={blocked}
        onlineUrl={onlineUrl}
        locale={locale}
      />
    </PublicFrame>
  )
}
