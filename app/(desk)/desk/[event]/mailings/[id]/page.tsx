import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { MailingDraft } from '#components/mailing/draft'
import { MailingGone, MailingWhom } from '#components/mailing/gone'
import { MailingHead } from '#components/mailing/head'
import { MailingHistory } from '#components/mailing/history'
import { loadMailing } from '#components/mailing/load'
import { MailingOutcome } from '#components/mailing/outcome'
import { MailingPreview } from '#components/mailing/preview'
import { previewMailing } from '#lib/messages/queries/mailing-preview'
import { mailingPage } from '#lib/messages/schema/mailing-page'

type Props = {
  params: Promise<{ event: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ subject, event }, t] = await Promise.all([loadMailing(await params), getTranslations('mailings')])
  return { title: t('onePageTitle', { subject, event: event.texts.title.text }) }
}

export default async function MailingPage({ params, searchParams }: Props) {
  const desk = await loadMailing(await params)
  const { actor, person, locale, event, mailing, when } = desk
  const view = mailingPage.parse(await searchParams)
  const preview = await previewMailing(actor, mailing, view)
  const shown = { desk, view }
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="mailings">
      <div className="edit-page edit-page-wide">
        <MailingHead {...shown} />
        <MailingOutcome view={view} when={when} />
        {mailing.state !== 'draft' && <MailingGone {...shown} />}
        <div className="mailing-parts">
          <div className="mailing-side">
            {mailing.state === 'draft' ? (
              <MailingDraft {...shown} as={preview?.person?.id} />
            ) : (
              <MailingWhom desk={desk} />
            )}
            <MailingHistory mailing={mailing} timeZone={event.timeZone} locale={locale} />
          </div>
          {preview && (
            <MailingPreview
              slug={event.slug}
              mailingId={mailing.id}
              preview={preview}
              languages={mailing.texts.map((text) => text.locale)}
              locale={locale}
            />
          )}
        </div>
      </div>
    </DeskPage>
  )
}
