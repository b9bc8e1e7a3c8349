import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import { Registration } from '#components/registration/registration'
import { WithStub } from '#components/registration/with-stub'
import { publicEvent } from '#lib/events/queries'
import { readerLocale } from '#lib/i18n/locale'

/** The form gives the page its title itself, since it counts the errors. */
export const metadata: Metadata = { title: null }

export default async function Register({ params }: { params: Promise<{ slug: string }> }) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  const t = await getTranslations('registration')
  const facts = factsOf(event, locale)
  return (
    <PublicFrame
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice ? `/e/${event.slug}/privacy` : undefined}
    >
      <WithStub stub={facts}>
        <h1>{t('form.title')}</h1>
        <Registration event={event} state={facts.registration.state} locale={locale} />
      </WithStub>
    </PublicFrame>
  )
}
