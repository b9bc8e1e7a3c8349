import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { MailBar } from '#components/mail/mail-bar'
import { MailOutcome } from '#components/mail/mail-outcome'
import { MailTable } from '#components/mail/mail-table'
import { MailTabs } from '#components/mail/mail-tabs'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { mailPage } from '#lib/messages/queries/mail'
import { mailList } from '#lib/messages/schema/mail-list'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('mailings.accounts'))('title') }
}

/** Letters to those who work here, and what became of them. For administrators. */
export default async function AccountMailPage({ searchParams }: Props) {
  const { actor, person } = await signedIn()
  if (!person.admin) notFound()
  const [locale, t] = await Promise.all([readerLocale(), getTranslations('mailings.accounts')])
  const list = mailList.parse(await searchParams)
  const found = await mailPage(actor, null, list)
  const shown = { ...list, page: found.page }
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="accounts">
      <DeskHead title={t('title')} />
      <div className="desk-body">
        <p className="field-hint">{t('lead')}</p>
        <MailOutcome list={list} />
        <MailTabs list={shown} counts={found.counts} locale={locale} />
        <MailBar list={shown} />
        <MailTable list={shown} found={found} subjects={new Map()} event={NO_EVENT} locale={locale} />
      </div>
    </DeskPage>
  )
}

const NO_EVENT = { id: 'accounts', slug: '', timeZone: 'UTC', mayDecide: true }
