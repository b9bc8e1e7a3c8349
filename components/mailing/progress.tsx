import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { Meter } from '#components/mailing/meter'
import { Refresh } from '#components/mailing/refresh'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { resendFailed, stopMailing } from '#lib/messages/actions/mailing-acts'
import type { MailingRecord } from '#lib/messages/queries/mailings'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** How far a letter has come, told anew while it is on its way, and what an organizer may do about it. */
export async function MailingProgress({
  slug,
  mailing,
  when,
  mayDecide,
}: {
  slug: string
  mailing: MailingRecord
  /** The letter's time, in the event's zone. */
  when: string
  mayDecide: boolean
}) {
  const t = await getTranslations('mailings.progress')
  const { state, progress } = mailing
  const { total, sent, open, failed, stopped } = progress
  const going = state === 'sending' || (state === 'stopped' && open > 0)
  return (
    <div className="mailing-progress">
      {state !== 'scheduled' && <Meter progress={progress} />}
      <div role="status">
        <p className="mailing-progress-main">
          {state === 'scheduled' ? t('scheduled', { total, when }) : t('sent', { sent, total })}
        </p>
        {state !== 'scheduled' && (
          <ul>
            {open > 0 && <li>{t('open', { count: open })}</li>}
            {failed > 0 && <li className="mailing-bad">{t('failed', { count: failed })}</li>}
            {stopped > 0 && <li>{t('stopped', { count: stopped })}</li>}
          </ul>
        )}
      </div>
      {going && (
        <>
          <Refresh />
          <noscript>
            <a href={mailingHref(slug, mailing.id)}>{t('again')}</a>
          </noscript>
        </>
      )}
      {mayDecide && (
        <div className="actions">
          {(state === 'scheduled' || state === 'sending') && (
            <Confirm
              trigger={state === 'scheduled' ? t('cancel') : t('stop')}
              title={state === 'scheduled' ? t('cancelQuestion', { count: total }) : t('stopQuestion', { count: open })}
              keep={t('keep')}
              action={
                <form action={stopMailing}>
                  <ActFields fields={{ slug, mailingId: mailing.id }} />
                  <SubmitButton variant="destroy" pending={t('working')}>
                    {state === 'scheduled' ? t('cancelConfirm') : t('stopConfirm')}
                  </SubmitButton>
                </form>
              }
            >
              <p>{state === 'scheduled' ? t('cancelText') : t('stopText')}</p>
            </Confirm>
          )}
          {failed > 0 && (state === 'sent' || state === 'sending') && (
            <form action={resendFailed}>
              <ActFields fields={{ slug, mailingId: mailing.id }} />
              <SubmitButton variant="normal" pending={t('working')}>
                {t('resend', { count: failed })}
              </SubmitButton>
            </form>
          )}
        </div>
      )}
    </div>
  )
}
