import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { MailActs } from '#components/mail/mail-acts'
import { MailOutcome } from '#components/mail/mail-outcome'
import { MailSheet } from '#components/mail/mail-sheet'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { mailRecord } from '#lib/messages/queries/mail'
import { mailText } from '#lib/messages/queries/mail-text'
import { mailHome, mailList } from '#lib/messages/schema/mail-list'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  return { title: (await getTranslations('mailings.mail'))('one') }
}

/** One letter to somebody who works here, without the link that lets in. For administrators. */
export default async function AccountMessagePage({ params, searchParams }: Props) {
  const { id } = await params
  const { actor, person } = await signedIn()
  const [locale, message] = await Promise.all([readerLocale(), mailRecord(actor, null, id)])
  if (!message) notFound()
  const [t, kinds, accounts] = await Promise.all([
    getTranslations('mailings.mail'),
    getTranslations('desk.record.message'),
    getTranslations('mailings.accounts'),
  ])
  const text = await mailText(actor, null, id, t('ownLink'))
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="accounts">
      <div className="edit-page">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: accounts('title'), href: mailHome('') }, { label: kinds(message.kind) }]}
        />
        <h1>{kinds(message.kind)}</h1>
        <MailOutcome list={mailList.parse(await searchParams)} />
        <MailSheet message={message} text={text} event={{ slug: '', timeZone: 'UTC' }} locale={locale}>
          <MailActs status={message.status} name={message.email} fields={{ slug: '', id, one: '1' }} variant="normal" />
        </MailSheet>
      </div>
    </DeskPage>
  )
}
