import { getTranslations } from 'next-intl/server'
import type { ActProps } from '#components/attendee/acts'
import { ReasonAct } from '#components/attendee/reason-act'
import { cancel } from '#lib/rosters/actions/decide'

/** Cancels a registration, after asking once and with a reason. */
export async function CancelAct(act: ActProps) {
  const t = await getTranslations('desk.record.act')
  const { name, consequence } = act
  return (
    <ReasonAct
      act={act}
      form="cancel"
      action={cancel}
      trigger={t('cancel')}
      title={t('cancelQuestion', { name })}
      confirm={t('cancelConfirm')}
      hint={t('cancelReasonHint', { name })}
      destroys
    >
      {consequence} {t('told', { name })}
    </ReasonAct>
  )
}
