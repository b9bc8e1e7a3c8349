import { getTranslations } from 'next-intl/server'
import { TimeLeft } from '#components/own/time-left'
import type { OwnState } from '#components/registration/own-words'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { refuseOffer, rejoin, takeOffer } from '#lib/attendees/actions/offer'
import { CLOCK } from '#lib/attendees/policy'

type Props = Pick<OwnState, 'record' | 'event' | 'locale'>

/** The press that takes an offered place, with the time that is left for it, and the way to refuse it; or that asks for the next one after an offer was not taken. */
export async function OwnOffer({ record, event, locale }: Props) {
  const passed = record.status === 'waiting' && record.wait?.heldById === CLOCK
  if (record.status !== 'offered' && !passed) return null
  const [t, tOwn] = await Promise.all([getTranslations('registration.own'), getTranslations('own.ticket')])
  return (
    <div className="actions">
      <form action={passed ? rejoin : takeOffer} className="actions">
        <input type="hidden" name="token" value={record.token} />
        <SubmitButton size="big" pending={t('working')}>
          {t(passed ? 'passed.action' : 'offered.action')}
        </SubmitButton>
        {record.offerUntil && (
          <TimeLeft
            until={record.offerUntil}
            now={new Date()}
            locale={locale}
            words={{ left: tOwn.raw('left'), over: tOwn('over'), soon: tOwn('soon') }}
          />
        )}
      </form>
      {record.offerUntil && <Refuse record={record} event={event} />}
    </div>
  )
}

/** Asked once, with what either way brings about. */
async function Refuse({ record, event }: Omit<Props, 'locale'>) {
  const t = await getTranslations('registration.own')
  return (
    <Confirm
      trigger={t('refuse.action')}
      title={t('refuse.title', { event: event.texts.title.text })}
      keep={t('refuse.keep')}
      variant="normal"
      action={
        <form action={refuseOffer} className="actions">
          <input type="hidden" name="token" value={record.token} />
          <SubmitButton name="stay" value="1" pending={t('working')}>
            {t('refuse.stay')}
          </SubmitButton>
          <SubmitButton name="stay" value="0" variant="destroy" pending={t('working')}>
            {t('refuse.leave')}
          </SubmitButton>
        </form>
      }
    >
      <p>{t('refuse.text')}</p>
      <p>{t('refuse.stayText')}</p>
      <p>{t('refuse.leaveText')}</p>
    </Confirm>
  )
}
