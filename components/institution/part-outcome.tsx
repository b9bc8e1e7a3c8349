import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import type { RegistryProps } from '#components/institution/registry-record'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { Deed, Refusal } from '#lib/institutions/schema/record'

/** Which acts are told where. A merge is told over the page, with the way to undo it. */
const TOLD: Record<'head' | 'facts' | 'names' | 'identifiers', readonly (Deed | Refusal)[]> = {
  head: ['add', 'confirm', 'retire', 'restore', 'unmerge', 'not-possible', 'others-events', 'merged-since'],
  facts: ['facts'],
  names: ['name', 'name-added', 'name-removed', 'last'],
  identifiers: ['identifier', 'identifier-removed'],
}

/** What came of the act just done, in the part of the page where it was done. Takes the focus. */
export async function PartOutcome({
  part,
  record,
  view: { did, refused, moved },
}: Pick<RegistryProps, 'record' | 'view'> & { part: keyof typeof TOLD }) {
  const t = await getTranslations('registry')
  const act = `${did} ${record.history[0]?.id}`
  if (refused && TOLD[part].includes(refused))
    return (
      <Arrival of={`${refused} ${act}`}>
        <div role="alert">
          <Notice tone="error" title={t('refused.title')}>
            {t(`refused.${refused}`)}
          </Notice>
        </div>
      </Arrival>
    )
  if (!did || did === 'merge' || !TOLD[part].includes(did)) return null
  return (
    <Arrival of={act}>
      <StatusMessage>{t(`did.${did}`, { name: record.name, moved })}</StatusMessage>
    </Arrival>
  )
}
