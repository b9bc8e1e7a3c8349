import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { MergeChoice } from '#components/institution/merge-choice'
import { MergeComparison } from '#components/institution/merge-comparison'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { usageOf } from '#lib/attendees/queries/usage'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { registryRecord } from '#lib/institutions/queries/registry'
import { registryHref } from '#lib/institutions/schema/list'
import { institutionHref, listFrom, mergeView } from '#lib/institutions/schema/record'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { record } = await load((await params).id)
  return { title: (await getTranslations('registry.merge'))('pageTitle', { name: record.name }) }
}

/** Merges an institution into another: first which one, then both side by side, then the act. */
export default async function MergePage({ params, searchParams }: Props) {
  const { actor, person, locale, record } = await load((await params).id)
  const view = mergeView.parse(await searchParams)
  if (record.mergedIntoId) redirect(institutionHref(record.mergedIntoId, view.from, { was: record.id }))
  const into = view.into && view.into !== record.id ? await registryRecord(actor, view.into, locale) : null
  const [usage, t] = await Promise.all([usageOf(actor, record.id, locale), getTranslations('registry')])
  const list = listFrom(view.from)
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="institutions">
      <div className="merge">
        <Breadcrumb
          label={t('record.way')}
          parts={[
            { label: t('list.title'), href: registryHref(list, { page: list.page }) },
            { label: record.name, href: institutionHref(record.id, view.from) },
            { label: t('merge.title') },
          ]}
        />
        <h1>{into ? t('merge.both') : t('merge.heading', { name: record.name })}</h1>
        {into ? (
          <MergeComparison {...{ actor, record, usage, into, view, locale }} admin={person.admin} />
        ) : (
          <MergeChoice {...{ actor, record, view, locale }} />
        )}
      </div>
    </DeskPage>
  )
}

async function load(id: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const record = await registryRecord(actor, id, locale)
  if (!record) notFound()
  return { actor, person, locale, record }
}
