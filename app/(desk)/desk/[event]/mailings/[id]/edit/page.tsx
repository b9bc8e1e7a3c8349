import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { loadMailing } from '#components/mailing/load'
import { MailingForm } from '#components/mailing/mailing-form'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { Notice } from '#components/ui/notice'
import { isEditable } from '#lib/messages/policy/mailing'
import { mailingHref } from '#lib/messages/schema/mailing-page'

type Props = { params: Promise<{ event: string; id: string }> }

export async function generateMetadata() {
  const t = await getTranslations('mailings')
  return { title: t('edit') }
}

/** The words of a letter that has not begun to go out. */
export default async function EditMailing({ params }: Props) {
  const { actor, person, locale, event, mailing, subject, when } = await loadMailing(await params)
  if (!event.mayDecide || !isEditable(mailing, new Date())) notFound()
  const t = await getTranslations('mailings')
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mailings">
      <div className="edit-page edit-page-wide">
        <Breadcrumb
          label={t('way')}
          parts={[
            { label: t('title'), href: `/desk/${event.slug}/mailings` },
            { label: subject, href: mailingHref(event.slug, mailing.id) },
            { label: t('edit') },
          ]}
        />
        <h1>{t('edit')}</h1>
        {when && (
          <Notice>
            <p>{t('editScheduled', { when })}</p>
          </Notice>
        )}
        <MailingForm
          event={event}
          texts={mailing.texts}
          hidden={{ mailingId: mailing.id, revision: String(mailing.revision) }}
          locale={locale}
        />
      </div>
    </DeskPage>
  )
}
