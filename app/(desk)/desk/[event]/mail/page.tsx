import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { MailBar } from '#components/mail/mail-bar'
import { MailOutcome } from '#components/mail/mail-outcome'
import { MailTable } from '#components/mail/mail-table'
import { MailTabs } from '#components/mail/mail-tabs'
import { RetryAll } from '#components/mail/retry-all'
import { Refresh } from '#components/mailing/refresh'
import { signedIn } from '#lib/auth/session'
import { env } from '#lib/env'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { mailPage, subjectsOf } from '#lib/messages/queries/mail'
import { mailList } from '#lib/messages/schema/mail-list'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, (await params).event, await readerLocale())
  if (!event) notFound()
  const t = await getTranslations('mailings.mail')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

/** Every message of an event, and what became of it. */
export default async function MailPage({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event) notFound()
  const list = mailList.parse(await searchParams)
  const [found, t] = await Promise.all([mailPage(actor, event.id, list), getTranslations('mailings.mail')])
  const subjects = await subjectsOf(
    found.rows.flatMap(({ mailingId }) => mailingId ?? []),
    locale,
  )
  const shown = { ...list, page: found.page }
  const again = found.counts.failed + found.counts.retry
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mail">
      <DeskHead title={t('title')}>
        {event.mayDecide && again > 0 && !list.q && !list.attendee && (
          <RetryAll slug={event.slug} list={shown} count={again} />
        )}
      </DeskHead>
      <div className="desk-body">
        <MailOutcome list={list} />
        <MailTabs list={shown} counts={found.counts} locale={locale} />
        <MailBar list={shown} />
        <MailTable list={shown} found={found} subjects={subjects} event={event} locale={locale} />
        {env().smtpUrl && found.counts.waiting > 0 && <Refresh everyMs={6000} />}
      </div>
    </DeskPage>
  )
}
