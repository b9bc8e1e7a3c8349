import { getTranslations } from 'next-intl/server'
import type { ActProps } from '#components/attendee/acts'
import { ReasonAct } from '#components/attendee/reason-act'
import { wait } from '#lib/rosters/actions/decide'

/** Puts somebody on the waiting list, after asking once. */
export async function WaitAct({ losesPlace, ...act }: ActProps & { losesPlace: boolean }) {
  const t = await getTranslations('desk.record.act')
  const { name, consequence } = act
  return (
    <ReasonAct
      act={act}
      form="wait"
      action={wait}
      trigger={t('wait')}
      title={t('waitQuestion', { name })}
      confirm={t('waitConfirm')}
      hint={t('waitReasonHint', { name })}
      optional
    >
      {t(losesPlace ? 'waitText' : 'waitTextPending', { name })} {losesPlace && consequence} {t('told', { name })}
    </ReasonAct>
  )
}
