import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { ForeseenView } from '#components/mailing/foreseen'
import { MailingForm } from '#components/mailing/mailing-form'
import { Whom } from '#components/mailing/whom'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { attendeeList } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { mailingRecord } from '#lib/messages/queries/mailings'
import { foresee } from '#lib/messages/queries/recipients'
import { filtersFrom } from '#lib/messages/schema/mailing'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('mailings')
  return { title: t('new') }
}

/** A letter to those whom the address's filters find; `copy` names another letter whose words it begins with. */
export default async function NewMailing({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event?.mayDecide) notFound()
  const query = await searchParams
  const list = attendeeList.parse(query)
  const copied = typeof query.copy === 'string' ? await mailingRecord(actor, event.id, query.copy) : null
  const [t, seen] = await Promise.all([getTranslations('mailings'), foresee(actor, event.id, list)])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mailings">
      <div className="edit-page edit-page-wide">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('title'), href: `/desk/${event.slug}/mailings` }, { label: t('new') }]}
        />
        <h1>{t('new')}</h1>
        <section className="mailing-whom-box">
          <h2>{t('whom.title')}</h2>
          <Whom actor={actor} event={event} list={list} locale={locale} />
          <ForeseenView slug={event.slug} seen={seen} main={event.defaultLocale} locale={locale} />
          <p className="field-hint">{t('whom.later')}</p>
        </section>
        <MailingForm
          event={event}
          texts={copied?.texts ?? []}
          hidden={{ mailingId: '', filters: filtersFrom(list) }}
          locale={locale}
        />
      </div>
    </DeskPage>
  )
}
