import { getTranslations } from 'next-intl/server'
import { SkippedView } from '#components/mailing/foreseen'
import type { MailingDesk } from '#components/mailing/head'
import { MailingPeople } from '#components/mailing/people'
import { MailingProgress } from '#components/mailing/progress'
import { RescheduleMailing } from '#components/mailing/reschedule'
import { Whom } from '#components/mailing/whom'
import { mailingPeople } from '#lib/messages/queries/mailing-people'
import { listFrom } from '#lib/messages/schema/mailing'

/** A letter that has its time: how far it has come, and what became of it by person. */
export async function MailingGone({ desk: { actor, event, mailing, when, locale }, view }: MailingDesk) {
  const [t, found] = await Promise.all([
    getTranslations('mailings.progress'),
    mailingPeople(actor, mailing.id, { tab: view.tab, page: view.page }),
  ])
  return (
    <>
      <section className="mailing-stand">
        <h2>{t('title')}</h2>
        <MailingProgress slug={event.slug} mailing={mailing} when={when} mayDecide={event.mayDecide} />
        {event.mayDecide && mailing.state === 'scheduled' && (
          <RescheduleMailing
            slug={event.slug}
            id={mailing.id}
            timeZone={event.timeZone}
            problem={view.did === 'past'}
            typed={view.typed ?? ''}
          />
        )}
      </section>
      <MailingPeople mailing={mailing} found={found} view={view} event={event} locale={locale} />
    </>
  )
}

/** For whom it was when it got its time. */
export async function MailingWhom({ desk: { actor, event, mailing, locale } }: Pick<MailingDesk, 'desk'>) {
  const t = await getTranslations('mailings.whom')
  return (
    <section>
      <h2>{t('title')}</h2>
      <Whom actor={actor} event={event} list={listFrom(mailing.filters)} locale={locale} />
      <SkippedView skipped={mailing.skipped} />
    </section>
  )
}
