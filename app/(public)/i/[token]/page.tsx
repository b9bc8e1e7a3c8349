import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { InvitationLetter } from '#components/invitation/letter'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { invitationOf } from '#lib/invitations/queries/invited'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ wait?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await load((await params).token)
  const t = await getTranslations('invitations.page')
  const title = event ? t('documentTitle', { event: event.texts.title.text }) : t('badLink.title')
  return { title, robots: { index: false } }
}

/** A personal invitation, behind the link of its letter. Looking at it changes nothing. */
export default async function Invitation({ params, searchParams }: Props) {
  const { token } = await params
  const { locale, invitation, event } = await load(token)
  if (!invitation || !event) notFound()
  const wait = Math.min(Number((await searchParams).wait) || 0, 60)
  return (
    <PublicFrame
      over
      alone
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <InvitationLetter token={token} invitation={invitation} event={event} locale={locale} wait={wait} />
    </PublicFrame>
  )
}

async function load(token: string) {
  const [locale, invitation] = await Promise.all([readerLocale(), invitationOf(token)])
  return { locale, invitation, event: invitation && (await publicEvent(invitation.slug, locale)) }
}
