import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { eventMetadata, type Query } from '#components/event/page-metadata'
import { PublicFrame } from '#components/frame/public-frame'
import { ticketOf } from '#components/invitation/ticket-of'
import { factsOf } from '#components/registration/facts-of'
import { Registration } from '#components/registration/registration'
import { WithStub } from '#components/registration/with-stub'
import { earlierValues } from '#lib/attendees/queries/earlier'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

/** The form gives the page its title itself, since it counts the errors. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  const told = event ? await eventMetadata(event, locale, searchParams, '/register') : {}
  return { ...told, title: null }
}

export default async function Register({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  const t = await getTranslations('registration')
  const facts = factsOf(event, locale)
  const ticket = await ticketOf(event, await searchParams)
  const stub = ticket.kind === 'none' ? facts : { ...facts, registration: undefined }
  const { from } = await searchParams
  return (
    <PublicFrame
      alone
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <WithStub stub={stub}>
        <h1>{t('form.title')}</h1>
        <Registration
          event={event}
          state={facts.registration.state}
          ticket={ticket}
          earlier={typeof from === 'string' ? await earlierValues(from, event.slug, locale) : undefined}
          locale={locale}
        />
      </WithStub>
    </PublicFrame>
  )
}
