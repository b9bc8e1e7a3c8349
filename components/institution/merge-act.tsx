import { getTranslations } from 'next-intl/server'
import { InstitutionAct } from '#components/institution/institution-act'
import { MergeConsequence } from '#components/institution/merge-consequence'
import type { RegistryProps } from '#components/institution/registry-record'
import type { ButtonVariant } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { merge } from '#lib/attendees/actions/merge'

/** Merges an institution into another, after asking once and saying what moves. */
export async function MergeAct({
  record,
  usage,
  from,
  into,
  trigger,
  variant,
}: Pick<RegistryProps, 'record' | 'usage'> & {
  from: string
  into: { id: string; name: string }
  trigger: string
  variant: ButtonVariant
}) {
  const [t, desk] = await Promise.all([getTranslations('registry.merge'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      variant={variant}
      trigger={trigger}
      title={t('question', { from: record.name, into: into.name })}
      keep={t('keep')}
      action={
        <InstitutionAct action={merge} fields={{ id: record.id, into: into.id, from }}>
          <SubmitButton size="small" pending={desk('working')}>
            {t('confirm', { count: usage.total })}
          </SubmitButton>
        </InstitutionAct>
      }
    >
      <MergeConsequence record={record} usage={usage} into={into.name} />
    </Confirm>
  )
}
