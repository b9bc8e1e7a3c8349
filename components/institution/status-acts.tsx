import { getTranslations } from 'next-intl/server'
import { InstitutionAct } from '#components/institution/institution-act'
import { isAlmostSame } from '#components/institution/likeness'
import type { RegistryProps } from '#components/institution/registry-record'
import { ButtonLink } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { confirm, restore, retire } from '#lib/institutions/actions/decide'
import type { suggestionsFor } from '#lib/institutions/queries/registry'
import { institutionHref } from '#lib/institutions/schema/record'

type Props = Pick<RegistryProps, 'record' | 'view' | 'usage'> & {
  suggestions: Awaited<ReturnType<typeof suggestionsFor>>
}

/** What can be decided about an institution as it stands: take it into the registry, merge it, retire it, take it back. */
export async function StatusActs({ record, view, usage, suggestions }: Props) {
  const [t, desk] = await Promise.all([getTranslations('registry.act'), getTranslations('desk')])
  const fields = { id: record.id, from: view.from }
  const proposed = record.status === 'proposed'
  return (
    <div className="actions">
      {proposed && (
        <InstitutionAct action={confirm} fields={fields}>
          <SubmitButton
            size="small"
            variant={isAlmostSame(suggestions[0]?.likeness ?? 0) ? 'normal' : 'primary'}
            pending={desk('working')}
          >
            {t('confirm')}
          </SubmitButton>
        </InstitutionAct>
      )}
      {record.status === 'retired' && (
        <InstitutionAct action={restore} fields={fields}>
          <SubmitButton size="small" variant="normal" pending={desk('working')}>
            {t('restore')}
          </SubmitButton>
        </InstitutionAct>
      )}
      <ButtonLink size="small" href={institutionHref(record.id, view.from, {}, '/merge')}>
        {t(proposed ? 'mergeOther' : 'merge')}
      </ButtonLink>
      {record.status !== 'retired' && (
        <Confirm
          size="small"
          trigger={t('retire')}
          title={t('retireQuestion', { name: record.name })}
          keep={t('keep')}
          action={
            <InstitutionAct action={retire} fields={fields}>
              <SubmitButton variant="destroy" size="small" pending={desk('working')}>
                {t('retireConfirm')}
              </SubmitButton>
            </InstitutionAct>
          }
        >
          {t('retireText', { people: usage.total })}
        </Confirm>
      )}
    </div>
  )
}
