import { getTranslations } from 'next-intl/server'
import type { RegistryProps } from '#components/institution/registry-record'

/** What a merge moves, in sentences: said before it is done. */
export async function MergeConsequence({
  record,
  usage,
  into,
}: Pick<RegistryProps, 'record' | 'usage'> & { into: string }) {
  const t = await getTranslations('registry.merge')
  return (
    <>
      <p>
        {usage.total > 0
          ? t('people', { count: usage.total, events: usage.events.length, into })
          : t('nobody', { into })}{' '}
        {t('names', { count: record.names.length, into })}
        {record.identifiers.length > 0 && ` ${t('identifiers', { count: record.identifiers.length })}`}
      </p>
      <p>{t('undoable')}</p>
    </>
  )
}
