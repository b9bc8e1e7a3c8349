import { getTranslations } from 'next-intl/server'
import type { ActProps } from '#components/attendee/acts'
import { ReasonAct } from '#components/attendee/reason-act'
import { hold } from '#lib/rosters/actions/waiting'

/** Has somebody passed over until an organizer decides otherwise, for a reason that stays in the record. */
export async function HoldAct(act: ActProps) {
  const t = await getTranslations('desk.waiting.hold')
  const { name } = act
  return (
    <ReasonAct
      act={act}
      form="hold"
      action={hold}
      trigger={t('hold')}
      title={t('question', { name })}
      confirm={t('confirm')}
      hint={t('hint', { name })}
    >
      {t('text', { name })}
    </ReasonAct>
  )
}
