import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { MailingList } from '#components/mailing/mailing-list'
import { MailingOutcome } from '#components/mailing/outcome'
import { Refresh } from '#components/mailing/refresh'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Icon } from '#components/ui/icon'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { mailingsOf } from '#lib/messages/queries/mailings'
import { mailingPage } from '#lib/messages/schema/mailing-page'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, (await params).event, await readerLocale())
  if (!event) notFound()
  const t = await getTranslations('mailings')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

export default async function MailingsPage({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event) notFound()
  const [rows, t, view] = await Promise.all([
    mailingsOf(actor, event, locale),
    getTranslations('mailings'),
    searchParams.then((query) => mailingPage.parse(query)),
  ])
  const write = (
    <ButtonLink variant="primary" href={`/desk/${event.slug}/mailings/new`}>
      <Icon name="plus" />
      {t('new')}
    </ButtonLink>
  )
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mailings">
      <DeskHead title={t('title')}>{event.mayDecide && rows.length > 0 && write}</DeskHead>
      <div className="desk-body">
        <p className="edit-lead">{t('lead')}</p>
        <MailingOutcome view={view} when="" />
        {rows.length === 0 ? (
          <Empty seed={event.id} title={t('none.title')} action={event.mayDecide && write}>
            {event.mayDecide ? t('none.text') : t('none.staff')}
          </Empty>
        ) : (
          <MailingList rows={rows} event={event} locale={locale} />
        )}
        {rows.some(({ state }) => state === 'sending') && <Refresh />}
      </div>
    </DeskPage>
  )
}
