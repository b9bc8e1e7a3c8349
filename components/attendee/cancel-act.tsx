import { getTranslations } from 'next-intl/server'
import { ActForm } from '#components/attendee/act-form'
import type { ActProps } from '#components/attendee/acts'
import { Confirm } from '#components/ui/confirm'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { Textarea } from '#components/ui/textarea'
import { LIMITS } from '#lib/attendees/schema/person'
import { cancel } from '#lib/rosters/actions/decide'

const FORM = 'cancel'

/** Cancels a registration, after asking once and with a reason. */
export async function CancelAct({ name, consequence, ...act }: ActProps) {
  const [t, all] = await Promise.all([getTranslations('desk.record.act'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      trigger={t('cancel')}
      title={t('cancelQuestion', { name })}
      keep={t('keep')}
      action={
        <ActForm {...act} action={cancel} formId={FORM}>
          <SubmitButton variant="destroy" size="small" pending={all('working')}>
            {t('cancelConfirm')}
          </SubmitButton>
        </ActForm>
      }
    >
      <p>
        {consequence} {t('told', { name })}
      </p>
      <Field name="reason" id="cancel-reason" label={t('reason')} hint={t('cancelReasonHint', { name })} small>
        {(control) => <Textarea {...control} form={FORM} rows={3} maxLength={LIMITS.reason} required />}
      </Field>
    </Confirm>
  )
}
