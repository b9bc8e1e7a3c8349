import { getTranslations } from 'next-intl/server'
import type { loadMailing } from '#components/mailing/load'
import { MailingMark } from '#components/mailing/mark'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { ButtonLink } from '#components/ui/button'
import { isEditable } from '#lib/messages/policy/mailing'
import { type MailingPage, mailingHref } from '#lib/messages/schema/mailing-page'

export type MailingDesk = { desk: Awaited<ReturnType<typeof loadMailing>>; view: MailingPage }

/** The letter's subject, where it is on its way, and what to do with its words. */
export async function MailingHead({ desk: { event, mailing, subject } }: MailingDesk) {
  const t = await getTranslations('mailings')
  const { slug } = event
  return (
    <>
      <Breadcrumb
        label={t('way')}
        parts={[{ label: t('title'), href: `/desk/${slug}/mailings` }, { label: subject }]}
      />
      <div className="mailing-head">
        <div>
          <h1>{subject}</h1>
          <p className="mailing-facts">
            <MailingMark state={mailing.state} />
            {mailing.by && <span>{t('by', { name: mailing.by })}</span>}
          </p>
        </div>
        {event.mayDecide && (
          <div className="actions">
            {isEditable(mailing, new Date()) && (
              <ButtonLink size="small" href={mailingHref(slug, `${mailing.id}/edit`)}>
                {t('edit')}
              </ButtonLink>
            )}
            {mailing.state !== 'draft' && (
              <ButtonLink
                size="small"
                href={`/desk/${slug}/mailings/new?${mailing.filters && `${mailing.filters}&`}copy=${mailing.id}`}
              >
                {t('copy')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
    </>
  )
}
