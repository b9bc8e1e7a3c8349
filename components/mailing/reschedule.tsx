import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { offset } from '#lib/format'
import { moveMailing } from '#lib/messages/actions/mailing-acts'

/** Another time for a letter that has not begun to go out, by the event's clock. */
export async function RescheduleMailing({
  slug,
  id,
  timeZone,
  problem,
  typed,
}: {
  slug: string
  id: string
  timeZone: string
  /** Whether the time that was typed would not do. */
  problem: boolean
  typed: string
}) {
  const t = await getTranslations('mailings.send')
  return (
    <form action={moveMailing} className="mailing-act" noValidate>
      <ActFields fields={{ slug, mailingId: id }} />
      <Field
        name="sendAt"
        label={t('another')}
        hint={t('zone', { zone: timeZone, offset: offset(timeZone, new Date()) })}
        {...(problem && { error: t('past') })}
      >
        {(control) => <TextInput {...control} type="datetime-local" defaultValue={typed} autoComplete="off" />}
      </Field>
      <SubmitButton variant="normal" pending={t('working')}>
        {t('move')}
      </SubmitButton>
    </form>
  )
}
