import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prose } from '#components/event/prose'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import { WithStub } from '#components/registration/with-stub'
import { publicEvent } from '#lib/events/queries/event'
import { dayOf, days } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import { markdown } from '#lib/markdown'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await publicEvent((await params).slug, await readerLocale())
  const t = await getTranslations('registration.privacy')
  return event ? { title: t('documentTitle', { event: event.texts.title.text }) } : {}
}

export default async function Privacy({ params }: Props) {
  const locale = await readerLocale()
  const event = await publicEvent((await params).slug, locale)
  if (!event) notFound()
  const t = await getTranslations('registration.privacy')
  const { notice } = event
  const since = notice && dayOf(notice.createdAt, event.timeZone)
  return (
    <PublicFrame alone accent={event.accent} funder={event.funder} isExample={event.isExample}>
      <WithStub stub={factsOf(event, locale)}>
        <h1>{t('title')}</h1>
        {notice && since ? (
          <>
            <p className="notice-version">
              {t('version', { version: notice.version, date: days(since, since, locale) })}
            </p>
            <Prose html={{ text: markdown(notice.body, 2), lang: notice.locale }} />
          </>
        ) : (
          <p>{t('none')}</p>
        )}
      </WithStub>
    </PublicFrame>
  )
}
