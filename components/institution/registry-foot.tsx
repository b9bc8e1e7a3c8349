import { getTranslations } from 'next-intl/server'
import { around } from '#components/attendee/list-foot'
import { ListKeys } from '#components/desk/list-keys'
import { type PageLink, Pager } from '#components/ui/pager'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { PAGE_SIZE, type RegistryList, registryHref } from '#lib/institutions/schema/list'

/** Where one is in the registry, and the pages around. */
export async function RegistryFoot({
  list,
  page,
  pages,
  total,
  locale,
}: {
  list: RegistryList
  page: number
  pages: number
  total: number
  locale: Locale
}) {
  const t = await getTranslations('registry.list')
  const from = (page - 1) * PAGE_SIZE + 1
  return (
    <div className="list-foot">
      <Pager
        label={t('pages')}
        summary={t('summary', { from, to: Math.min(page * PAGE_SIZE, total), total })}
        pages={around(page, pages).map(
          (n): PageLink =>
            n === null
              ? null
              : { label: number(n, locale), href: registryHref(list, { page: n }), current: n === page },
        )}
      />
      <ListKeys />
    </div>
  )
}

/** Where the registry's lines come from, and whose they are. */
export async function RegistrySources() {
  const t = await getTranslations('registry.sources')
  return (
    <p className="aside-note">
      {t.rich('text', {
        ror: (chunks) => (
          <a href="https://ror.org" rel="noreferrer">
            {chunks}
          </a>
        ),
        swot: (chunks) => (
          <a href="https://github.com/JetBrains/swot" rel="noreferrer">
            {chunks}
          </a>
        ),
        command: (chunks) => <code>{chunks}</code>,
      })}
    </p>
  )
}
