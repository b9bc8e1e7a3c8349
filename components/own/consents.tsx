import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { withdrawOwn } from '#lib/attendees/actions/own'
import { mayFollow } from '#lib/attendees/policy'
import { ownConsents } from '#lib/attendees/queries/consents'
import { participant } from '#lib/auth/session'
import { hasEnded } from '#lib/events/policy'
import { shortInstant } from '#lib/format'

/** The consents given, in the words that were read, each to be withdrawn; with what that brings about. */
export async function Consents({ record, event, locale }: Pick<OwnState, 'record' | 'event' | 'locale'>) {
  const t = await getTranslations('own.data.consents')
  const consents = await ownConsents(await participant(record.token))
  const when = (at: Date) => shortInstant(at, event.timeZone, locale)
  return (
    <section>
      <h2>{t('title')}</h2>
      {consents.length === 0 && <p>{t('none')}</p>}
      <ul className="own-consents">
        {consents.map(({ id, purpose, wording, locale: lang, version, givenAt, withdrawnAt }) => (
          <li key={id} data-withdrawn={withdrawnAt ? '' : undefined}>
            <p lang={lang === locale ? undefined : lang}>{wording}</p>
            <p className="own-hint">
              {[
                t('given', { at: when(givenAt) }),
                version && t('version', { version }),
                withdrawnAt && t('withdrawn', { at: when(withdrawnAt) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {!withdrawnAt && (
              <Confirm
                trigger={
                  <>
                    <span aria-hidden="true">{t('withdraw')}</span>
                    <span className="sr-only">{t('of', { wording })}</span>
                  </>
                }
                title={t('ask')}
                keep={t('keep')}
                size="small"
                action={
                  <form action={withdrawOwn}>
                    <input type="hidden" name="token" value={record.token} />
                    <input type="hidden" name="consent" value={id} />
                    <SubmitButton variant="destroy" pending={t('withdraw')}>
                      {t('withdraw')}
                    </SubmitButton>
                  </form>
                }
              >
                <p>{consequence(purpose)}</p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

  function consequence(purpose: 'privacy' | 'participant_list' | 'question'): string {
    if (purpose === 'participant_list') return t('list')
    if (purpose === 'question') return t('question')
    if (!mayFollow('cancel', record.status)) return t('privacyEnded')
    return hasEnded(event, new Date()) ? t('privacyOver') : t('privacy')
  }
}
