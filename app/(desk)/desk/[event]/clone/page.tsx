import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { cloneProps } from '#components/setup/clone'
import { CloneForm } from '#components/setup/clone-form'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await load(params)
  return { title: (await getTranslations('setup.life.clone'))('pageTitle', { event: event.texts.title.text }) }
}

/** A new event like this one. */
export default async function ClonePage({ params }: Props) {
  const { signed, locale, event } = await load(params)
  const t = await getTranslations('setup.life')
  return (
    <DeskPage locale={locale} signedIn={signed} event={event} current="event">
      <div className="correction">
        <Breadcrumb
          label={t('new.way')}
          parts={[{ label: event.texts.title.text, href: `/desk/${event.slug}` }, { label: t('clone.title') }]}
        />
        <h1>{t('clone.title')}</h1>
        <p className="correction-lead">{t('clone.lead')}</p>
        <CloneForm {...(await cloneProps(event))} />
      </div>
    </DeskPage>
  )
}

async function load(params: Props['params']) {
  const signed = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(signed.actor, (await params).event, locale)
  if (!event?.mayDecide) notFound()
  return { signed, locale, event }
}
