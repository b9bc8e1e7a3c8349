import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { RegistryBar } from '#components/institution/registry-bar'
import { RegistryEmpty } from '#components/institution/registry-empty'
import { RegistryFoot, RegistrySources } from '#components/institution/registry-foot'
import { RegistryTable } from '#components/institution/registry-table'
import { RegistryTabs } from '#components/institution/registry-tabs'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { usageCounts } from '#lib/attendees/queries/usage'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { bestSuggestions, registryCountries, registryPage } from '#lib/institutions/queries/registry'
import { PAGE_SIZE, registryList } from '#lib/institutions/schema/list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registry.list'))('title') }
}

/** The registry of institutions, which the staff of all events keep in common. */
export default async function InstitutionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const list = registryList.parse(await searchParams)
  const found = await registryPage(actor, list, locale)
  if (!found) notFound()
  const { rows, total, byStatus, page, pages } = found
  const ids = rows.map((row) => row.id)
  const [people, best, countries, t] = await Promise.all([
    usageCounts(actor, ids),
    list.status === 'proposed' ? bestSuggestions(actor, ids, locale) : new Map(),
    registryCountries(actor, locale),
    getTranslations('registry.list'),
  ])
  const from = (page - 1) * PAGE_SIZE + 1
  const caption = t('caption', { from, to: from + rows.length - 1, total })
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="institutions">
      <DeskHead title={t('title')}>
        <ButtonLink size="small" variant="primary" href="/desk/institutions/new">
          <Icon name="plus" />
          {t('add')}
        </ButtonLink>
      </DeskHead>
      <div className="desk-body">
        <RegistryTabs list={list} byStatus={byStatus} locale={locale} />
        <RegistryBar list={list} countries={countries} />
        <p className="sr-only" role="status">
          {t('found', { total })}
        </p>
        {total === 0 ? (
          <RegistryEmpty list={list} />
        ) : (
          <div data-density={list.status === 'proposed' ? undefined : 'compact'}>
            <RegistryTable list={{ ...list, page }} {...{ rows, people, best, caption, locale }} />
            <RegistryFoot list={list} {...{ page, pages, total, locale }} />
          </div>
        )}
        <RegistrySources />
      </div>
    </DeskPage>
  )
}
