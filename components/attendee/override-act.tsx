import { getTranslations } from 'next-intl/server'
import type { ActProps } from '#components/attendee/acts'
import { ReasonAct } from '#components/attendee/reason-act'
import { confirmAnyway } from '#lib/rosters/actions/decide'

/** Gives somebody a place although a limit is reached, for a reason that stays in the record. */
export async function OverrideAct(act: ActProps) {
  const t = await getTranslations('desk.record.act')
  const { name } = act
  return (
    <ReasonAct
      act={act}
      form="override"
      action={confirmAnyway}
      trigger={t('override')}
      title={t('overrideQuestion', { name })}
      confirm={t('overrideConfirm')}
      hint={t('overrideReasonHint', { name })}
    >
      {t('overrideText', { name })} {t('told', { name })}
    </ReasonAct>
  )
}
