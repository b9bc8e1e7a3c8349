import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { LookParts } from '#components/event/look-parts'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { StatusMessage } from '#components/ui/status-message'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ saved?: string }> }

export async function generateMetadata({ params }: Props) {
  const { event } = await load(params)
  const t = await getTranslations('setup.look')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

export default async function LookPage({ params, searchParams }: Props) {
  const { actor, person, locale, event } = await load(params)
  const t = await getTranslations('setup.look')
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="event">
      <Breadcrumb
        label={t('way')}
        parts={[{ label: event.texts.title.text, href: `/desk/${event.slug}` }, { label: t('title') }]}
      />
      <h1>{t('title')}</h1>
      <p className="look-lead">{t('lead')}</p>
      {(await searchParams).saved && <StatusMessage>{t('saved')}</StatusMessage>}
      <LookParts event={event} />
    </DeskPage>
  )
}

/** Only those who may decide dress an event; for all others there is no such page. */
async function load(params: Props['params']) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event?.mayDecide) notFound()
  return { actor, person, locale, event }
}
