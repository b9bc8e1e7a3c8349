import { getTranslations } from 'next-intl/server'
import { ListForm } from '#components/attendee/list-form'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { SearchBox } from '#components/ui/search-box'
import { type RegistryList, registryHref } from '#lib/institutions/schema/list'

const NO_COLUMNS = { chosen: '', standard: '' }

/** Search and country of the registry; both go into the address. */
export async function RegistryBar({
  list,
  countries,
}: {
  list: RegistryList
  countries: { value: string; label: string }[]
}) {
  const t = await getTranslations('registry.list')
  const status = list.status === 'active' ? '' : list.status
  const on = countries.find((country) => country.value === list.country)
  return (
    <ListForm label={t('filters')} values={{ status, q: list.q, country: list.country ?? '' }} columns={NO_COLUMNS}>
      <input type="hidden" name="status" defaultValue={status} />
      <SearchBox
        name="q"
        defaultValue={list.q}
        label={t('search')}
        placeholder={t('placeholder')}
        shortcut="/"
        maxLength={200}
      />
      <span className={on ? 'filter filter-on' : 'filter'}>
        <select
          className={on ? 'chip chip-on' : 'chip'}
          name="country"
          defaultValue={list.country ?? ''}
          aria-label={t('country')}
        >
          <option value="">{t('country')}</option>
          {countries.map((country) => (
            <option key={country.value} value={country.value}>
              {country.label}
            </option>
          ))}
        </select>
        {on && (
          <Link
            className="chip chip-on"
            href={registryHref(list, { country: undefined })}
            scroll={false}
            aria-label={t('removeFilter', { value: on.label })}
          >
            <Icon name="cross" />
          </Link>
        )}
      </span>
      <noscript>
        <Button type="submit" size="small">
          {t('apply')}
        </Button>
      </noscript>
    </ListForm>
  )
}
