import { getTranslations } from 'next-intl/server'
import { ActForm } from '#components/attendee/act-form'
import type { ActProps } from '#components/attendee/acts'
import { Confirm } from '#components/ui/confirm'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { Textarea } from '#components/ui/textarea'
import { LIMITS } from '#lib/attendees/schema/person'
import { wait } from '#lib/rosters/actions/decide'

const FORM = 'wait'

/** Puts somebody on the waiting list, after asking once. */
export async function WaitAct({ name, consequence, losesPlace, ...act }: ActProps & { losesPlace: boolean }) {
  const [t, all] = await Promise.all([getTranslations('desk.record.act'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      variant="normal"
      trigger={t('wait')}
      title={t('waitQuestion', { name })}
      keep={t('keep')}
      action={
        <ActForm {...act} action={wait} formId={FORM}>
          <SubmitButton size="small" pending={all('working')}>
            {t('waitConfirm')}
          </SubmitButton>
        </ActForm>
      }
    >
      <p>
        {t(losesPlace ? 'waitText' : 'waitTextPending', { name })} {losesPlace && consequence} {t('told', { name })}
      </p>
      <Field
        name="reason"
        id="wait-reason"
        label={t('reason')}
        optional={all('optional')}
        hint={t('waitReasonHint', { name })}
        small
      >
        {(control) => <Textarea {...control} form={FORM} rows={3} maxLength={LIMITS.reason} />}
      </Field>
    </Confirm>
  )
}
