import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PartOutcome } from '#components/institution/part-outcome'
import type { RegistryProps } from '#components/institution/registry-record'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { Notice } from '#components/ui/notice'
import { StatusMark } from '#components/ui/status-mark'
import type { InstitutionStatus } from '#db/enums'
import { registryHref } from '#lib/institutions/schema/list'
import { listFrom } from '#lib/institutions/schema/record'

const SHAPES = { active: 'confirmed', proposed: 'pending', retired: 'cancelled' } as const satisfies Record<
  InstitutionStatus,
  string
>

/** Which institution it is and how it stands, with the way back to the list one came from. */
export async function RegistryHead({
  record,
  view,
  merges,
  children,
}: Omit<RegistryProps, 'usage' | 'locale'> & { children?: ReactNode }) {
  const t = await getTranslations('registry')
  const list = listFrom(view.from)
  const former = merges.find((merge) => merge.fromId === view.was)
  return (
    <header className="record-head">
      <Breadcrumb
        label={t('record.way')}
        parts={[{ label: t('list.title'), href: registryHref(list, { page: list.page }) }, { label: record.name }]}
      />
      <div className="record-title">
        <h1>{record.name}</h1>
        <StatusMark status={SHAPES[record.status]}>{t(`status.${record.status}`)}</StatusMark>
      </div>
      <p>{record.place || t('record.noPlace')}</p>
      {view.was && (
        <Notice tone="plain">{former ? t('record.was', { name: former.fromName }) : t('record.wasAnother')}</Notice>
      )}
      <PartOutcome part="head" record={record} view={view} />
      {children}
    </header>
  )
}
