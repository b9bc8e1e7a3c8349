import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { MailActs } from '#components/mail/mail-acts'
import { MailOutcome } from '#components/mail/mail-outcome'
import { MailSheet } from '#components/mail/mail-sheet'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { fullName } from '#lib/attendees/policy'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { mailRecord } from '#lib/messages/queries/mail'
import { mailText } from '#lib/messages/queries/mail-text'
import { mailList } from '#lib/messages/schema/mail-list'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('mailings.mail')
  return { title: t('one') }
}

/** One message: to whom, what became of it, and how it reads. */
export default async function MessagePage({ params, searchParams }: Props) {
  const { event: slug, id } = await params
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const message = event && (await mailRecord(actor, event.id, id))
  if (!event || !message) notFound()
  const [t, kinds] = await Promise.all([getTranslations('mailings.mail'), getTranslations('desk.record.message')])
  const text = await mailText(actor, event.id, id, t('ownLink'))
  const name = fullName(message) || message.email
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mail">
      <div className="edit-page">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('title'), href: `/desk/${event.slug}/mail` }, { label: kinds(message.kind) }]}
        />
        <h1>{kinds(message.kind)}</h1>
        <MailOutcome list={mailList.parse(await searchParams)} />
        <MailSheet message={message} text={text} event={event} locale={locale}>
          {event.mayDecide && (
            <MailActs
              status={message.status}
              name={name}
              fields={{ slug: event.slug, id, one: '1' }}
              variant="normal"
            />
          )}
        </MailSheet>
      </div>
    </DeskPage>
  )
}
