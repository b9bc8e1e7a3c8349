import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { SubmitButton } from '#components/ui/submit-button'
import { rejoin, takeOffer } from '#lib/attendees/actions/offer'
import { CLOCK } from '#lib/attendees/policy'

/** The press that takes an offered place, or that asks for the next one after an offer ran out. */
export async function OwnOffer({ record }: Pick<OwnState, 'record'>) {
  const passed = record.status === 'waiting' && record.wait?.heldById === CLOCK
  if (record.status !== 'offered' && !passed) return null
  const t = await getTranslations('registration.own')
  return (
    <form action={passed ? rejoin : takeOffer} className="actions">
      <input type="hidden" name="token" value={record.token} />
      <SubmitButton size="big" pending={t('working')}>
        {t(passed ? 'passed.action' : 'offered.action')}
      </SubmitButton>
    </form>
  )
}
