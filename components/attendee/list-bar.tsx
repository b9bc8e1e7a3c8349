import { getTranslations } from 'next-intl/server'
import { AnswerChips, AnswerFilters } from '#components/attendee/answer-filters'
import { ColumnChoice } from '#components/attendee/column-choice'
import { FilterSelect } from '#components/attendee/filter-select'
import { ListForm } from '#components/attendee/list-form'
import { Button } from '#components/ui/button'
import { SearchBox } from '#components/ui/search-box'
import type { filterOptions } from '#lib/attendees/queries/list'
import { type AttendeeList, columnOf, DEFAULT_COLUMNS } from '#lib/attendees/schema/list'
import type { Section } from '#lib/forms/policy/question'
import type { AnswerFilter } from '#lib/rosters/policy/filters'

type Options = Awaited<ReturnType<typeof filterOptions>>

/** Search, filters and columns of the list; all of it goes into the address. */
export async function ListBar({
  list,
  options,
  sections,
  filters,
}: {
  list: AttendeeList
  options: Options
  sections: readonly Section[]
  filters: readonly AnswerFilter[]
}) {
  const t = await getTranslations('desk.list')
  const counted = (rows: { value: string; label: string; n: number }[]) =>
    rows.map(({ value, label, n }) => ({ value, label, text: t('option', { label, count: n }) }))
  const kept = {
    status: list.status ?? '',
    sort: list.sort === 'name' ? '' : list.sort,
    dir: list.dir === 'asc' ? '' : list.dir,
  }
  const chosen = { q: list.q, country: list.country ?? '', institution: list.institution ?? '', type: list.type ?? '' }
  const answers = Object.fromEntries(filters.map(({ id }) => [columnOf(id), list.answers[id] ?? '']))
  return (
    <ListForm
      label={t('filters')}
      values={{ ...kept, ...chosen, ...answers }}
      columns={{ chosen: list.cols.join(), standard: DEFAULT_COLUMNS.join() }}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <SearchBox
        name="q"
        defaultValue={list.q}
        label={t('search')}
        placeholder={t('placeholder')}
        shortcut="/"
        maxLength={200}
      />
      <FilterSelect list={list} name="country" any={t('anyCountry')} options={counted(options.countries)} />
      <FilterSelect list={list} name="institution" any={t('anyInstitution')} options={counted(options.institutions)} />
      <FilterSelect
        list={list}
        name="type"
        any={t('anyType')}
        options={options.types.map((type) => ({ ...type, text: type.label }))}
      />
      <AnswerFilters list={list} filters={filters} />
      <ColumnChoice chosen={list.cols} sections={sections} />
      <AnswerChips list={list} filters={filters} />
      <noscript>
        <Button type="submit" size="small">
          {t('apply')}
        </Button>
      </noscript>
    </ListForm>
  )
}
