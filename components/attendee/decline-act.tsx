import { getTranslations } from 'next-intl/server'
import type { ActProps } from '#components/attendee/acts'
import { ReasonAct } from '#components/attendee/reason-act'
import { decline } from '#lib/rosters/actions/decide'

/** Says no to somebody, after asking once and with a reason. */
export async function DeclineAct(act: ActProps) {
  const t = await getTranslations('desk.record.act')
  const { name } = act
  return (
    <ReasonAct
      act={act}
      form="decline"
      action={decline}
      trigger={t('decline')}
      title={t('declineQuestion', { name })}
      confirm={t('declineConfirm')}
      hint={t('declineReasonHint', { name })}
      optional
      destroys
    >
      {t('declineText', { name })} {t('told', { name })}
    </ReasonAct>
  )
}
