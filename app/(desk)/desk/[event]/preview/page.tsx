import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventOnPage } from '#components/event/event-on-page'
import { PublicFrame } from '#components/frame/public-frame'
import { PreviewBar } from '#components/setup/preview-bar'
import { signedIn } from '#lib/auth/session'
import { eventTextsOf } from '#lib/events/queries/event'
import { previewEvent } from '#lib/events/queries/preview'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await load(params)
  const t = await getTranslations('setup.life.preview')
  return { title: t('pageTitle', { title: event.texts.title.text }), robots: { index: false } }
}

/** The public page of an event before the public sees it, in the language that the address asks for. */
export default async function PreviewPage({ params }: Props) {
  const { event, locale } = await load(params)
  const locales = (await eventTextsOf(event.id)).map((text) => text.locale)
  return (
    <>
      <PreviewBar event={event} locales={locales} locale={locale} />
      <div className="preview-page">
        <PublicFrame over accent={event.accent} isExample={event.isExample}>
          <EventOnPage event={event} locale={locale} preview />
        </PublicFrame>
      </div>
    </>
  )
}

async function load(params: Props['params']) {
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const event = await previewEvent(actor, (await params).event, locale)
  if (!event) notFound()
  return { event, locale }
}
