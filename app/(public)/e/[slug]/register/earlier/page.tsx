import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import { EarlierForm } from '#components/registration/link-form'
import { WithStub } from '#components/registration/with-stub'
import { ButtonLink } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { publicEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ sent?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await publicEvent((await params).slug, await readerLocale())
  const t = await getTranslations('own.earlier')
  return { title: event && t('documentTitle', { event: event.texts.title.text }), robots: { index: false } }
}

/** Whoever registered before is sent a link that fills in the form. Nothing is shown here. */
export default async function Earlier({ params, searchParams }: Props) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  const [t, tLink] = await Promise.all([getTranslations('own.earlier'), getTranslations('registration.link')])
  const { sent } = await searchParams
  const form = `/e/${event.slug}/register`
  return (
    <PublicFrame accent={event.accent} funder={event.funder} isExample={event.isExample}>
      <WithStub stub={factsOf(event, locale)}>
        <h1>{t(sent ? 'sentTitle' : 'title')}</h1>
        <p className="lead">{t(sent ? 'sentText' : 'text')}</p>
        {sent ? (
          <p className="actions">
            <ButtonLink href={form}>{t('back')}</ButtonLink>
          </p>
        ) : (
          <>
            <EarlierForm
              slug={event.slug}
              words={{ email: tLink('email'), submit: t('submit'), submitting: t('submitting') }}
            />
            <p className="own-hint">
              <Link href={form}>{t('back')}</Link>
            </p>
          </>
        )}
      </WithStub>
    </PublicFrame>
  )
}
