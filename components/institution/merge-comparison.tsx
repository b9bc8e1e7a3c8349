import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { InstitutionAct } from '#components/institution/institution-act'
import { MergeConsequence } from '#components/institution/merge-consequence'
import type { RegistryProps } from '#components/institution/registry-record'
import { Side } from '#components/institution/side'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { SubmitButton } from '#components/ui/submit-button'
import { merge } from '#lib/attendees/actions/merge'
import { usageOf } from '#lib/attendees/queries/usage'
import type { Actor } from '#lib/auth/actor'
import { institutionHref, type Refusal } from '#lib/institutions/schema/record'

type Props = Pick<RegistryProps, 'record' | 'usage' | 'locale'> & {
  actor: Actor
  /** Whether the reader administers the instance, and so may move people of every event. */
  admin: boolean
  into: RegistryProps['record']
  view: { from: string; refused?: Refusal }
}

/** Both institutions side by side, what moves, and the act. */
export async function MergeComparison({ actor, admin, record, usage, into, view, locale }: Props) {
  const [t, desk] = await Promise.all([getTranslations('registry'), getTranslations('desk')])
  const target = await usageOf(actor, into.id, locale)
  const stands = into.status === 'active' && !into.mergedIntoId
  const barred = !stands ? 'not-possible' : usage.elsewhere > 0 && !admin ? 'others-events' : null
  const refused = view.refused ?? barred
  return (
    <>
      {refused && (
        <Arrival of={view.refused ?? ''}>
          <Notice
            tone={view.refused ? 'error' : 'attention'}
            title={t(view.refused ? 'refused.title' : 'refused.before')}
          >
            {t(`refused.${refused}`)}
          </Notice>
        </Arrival>
      )}
      <div className="sides">
        <Side title={t('merge.from')} record={record} usage={usage} />
        <Side title={t('merge.into')} record={into} usage={target} />
      </div>
      {!barred && (
        <div className="merge-text">
          <MergeConsequence record={record} usage={usage} into={into.name} />
        </div>
      )}
      <div className="actions">
        {!barred && (
          <InstitutionAct action={merge} fields={{ id: record.id, into: into.id, from: view.from }}>
            <SubmitButton size="small" pending={desk('working')}>
              {t('merge.confirm', { count: usage.total })}
            </SubmitButton>
          </InstitutionAct>
        )}
        <ButtonLink size="small" href={institutionHref(record.id, view.from, {}, '/merge')}>
          {t('merge.other')}
        </ButtonLink>
        {record.status === 'active' && (
          <ButtonLink
            size="small"
            variant="plain"
            href={institutionHref(into.id, view.from, { into: record.id }, '/merge')}
          >
            {t('merge.swap')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
