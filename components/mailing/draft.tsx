import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { ForeseenView } from '#components/mailing/foreseen'
import type { MailingDesk } from '#components/mailing/head'
import { SendMailing } from '#components/mailing/send'
import { Whom } from '#components/mailing/whom'
import { ButtonLink } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { stopMailing } from '#lib/messages/actions/mailing-acts'
import { foresee } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** A draft: whom it is for at this moment, and for organizers how it goes out. */
export async function MailingDraft({
  desk: { actor, event, mailing, subject, locale },
  view,
  as,
}: MailingDesk & { as: string | undefined }) {
  const list = listFrom(mailing.filters)
  const [t, seen] = await Promise.all([getTranslations('mailings'), foresee(actor, event.id, list)])
  return (
    <>
      <section>
        <h2>{t('whom.title')}</h2>
        <Whom actor={actor} event={event} list={list} locale={locale} />
        <ForeseenView
          slug={event.slug}
          seen={seen}
          written={mailing.texts.map((text) => text.locale)}
          main={event.defaultLocale}
          locale={locale}
        />
        {event.mayDecide && (
          <ButtonLink size="small" href={`${mailingHref(event.slug, `${mailing.id}/whom`)}?${mailing.filters}`}>
            {t('whom.change')}
          </ButtonLink>
        )}
      </section>
      {event.mayDecide && (
        <section>
          <h2>{t('send.title')}</h2>
          <SendMailing
            slug={event.slug}
            id={mailing.id}
            as={as}
            subject={subject}
            total={seen.total}
            timeZone={event.timeZone}
            problem={view.did === 'past'}
            typed={view.typed ?? ''}
          />
        </section>
      )}
      {event.mayDecide && (
        <Confirm
          trigger={t('drop.trigger')}
          title={t('drop.question')}
          keep={t('drop.keep')}
          size="small"
          action={
            <form action={stopMailing}>
              <ActFields fields={{ slug: event.slug, mailingId: mailing.id }} />
              <SubmitButton variant="destroy" pending={t('send.working')}>
                {t('drop.confirm')}
              </SubmitButton>
            </form>
          }
        >
          <p>{t('drop.text')}</p>
        </Confirm>
      )}
    </>
  )
}
