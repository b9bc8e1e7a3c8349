import { getTranslations } from 'next-intl/server'
import { TimeLeft } from '#components/own/time-left'
import type { OwnState } from '#components/registration/own-words'
import { SubmitButton } from '#components/ui/submit-button'
import { rejoin, takeOffer } from '#lib/attendees/actions/offer'
import { CLOCK } from '#lib/attendees/policy'

/** The press that takes an offered place, with the time that is left for it; or that asks for the next one after an offer ran out. */
export async function OwnOffer({ record, locale }: Pick<OwnState, 'record' | 'locale'>) {
  const passed = record.status === 'waiting' && record.wait?.heldById === CLOCK
  if (record.status !== 'offered' && !passed) return null
  const [t, tOwn] = await Promise.all([getTranslations('registration.own'), getTranslations('own.ticket')])
  return (
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
  )
}
