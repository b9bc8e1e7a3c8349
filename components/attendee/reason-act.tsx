import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActForm } from '#components/attendee/act-form'
import type { ActProps } from '#components/attendee/acts'
import { Confirm } from '#components/ui/confirm'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { Textarea } from '#components/ui/textarea'
import { LIMITS } from '#lib/attendees/schema/person'

/** An act that is asked about once, with what it brings about and the reason for it. */
export async function ReasonAct({
  act,
  form,
  action,
  trigger,
  title,
  confirm,
  hint,
  optional,
  destroys,
  children,
}: {
  act: Pick<ActProps, 'slug' | 'id' | 'list' | 'from'>
  /** The id of the form. */
  form: string
  action: (form: FormData) => Promise<void>
  trigger: string
  title: string
  confirm: string
  hint: string
  /** The reason may stay empty. */
  optional?: boolean
  destroys?: boolean
  children: ReactNode
}) {
  const [t, all] = await Promise.all([getTranslations('desk.record.act'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      variant={destroys ? undefined : 'normal'}
      trigger={trigger}
      title={title}
      keep={t('keep')}
      action={
        <ActForm slug={act.slug} id={act.id} list={act.list} from={act.from} action={action} formId={form}>
          <SubmitButton variant={destroys ? 'destroy' : undefined} size="small" pending={all('working')}>
            {confirm}
          </SubmitButton>
        </ActForm>
      }
    >
      <p>{children}</p>
      <Field
        name="reason"
        id={`${form}-reason`}
        label={t('reason')}
        optional={optional ? all('optional') : undefined}
        hint={hint}
        small
      >
        {(control) => <Textarea {...control} form={form} rows={3} maxLength={LIMITS.reason} required={!optional} />}
      </Field>
    </Confirm>
  )
}
