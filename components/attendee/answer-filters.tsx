import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { type AttendeeList, columnOf, listHref } from '#lib/attendees/schema/list'
import type { AnswerFilter } from '#lib/rosters/policy/filters'

/** The filters by the event's own questions, folded away; those that are on stand beside as chips whose cross takes them off. */
export async function AnswerFilters({ list, filters }: { list: AttendeeList; filters: readonly AnswerFilter[] }) {
  const t = await getTranslations('desk')
  if (filters.length === 0) return null
  const on = filters.filter(({ id }) => list.answers[id])
  const without = (id: string) => Object.fromEntries(Object.entries(list.answers).filter(([other]) => other !== id))
  const said = ({ id, options }: AnswerFilter) => options.find(({ value }) => value === list.answers[id])?.label ?? ''
  return (
    <>
      <details className="columns answer-filters">
        <summary className={on.length > 0 ? 'chip chip-on' : 'chip'}>
          {t('answers.filter')}
          <Icon name="down" />
        </summary>
        <fieldset>
          <legend>{t('answers.filterHint')}</legend>
          {filters.map(({ id, label, options }) => (
            <label key={id}>
              <span>{label}</span>
              <select className="chip" name={columnOf(id)} defaultValue={list.answers[id] ?? ''}>
                <option value="">{t('answers.all')}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.n === undefined ? option.label : t('list.option', { label: option.label, count: option.n })}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <noscript>
            <Button type="submit" size="small">
              {t('list.apply')}
            </Button>
          </noscript>
        </fieldset>
      </details>
      {on.map((filter) => {
        const value = t('answers.chip', { label: filter.label, value: said(filter) })
        return (
          <Link
            key={filter.id}
            className="chip chip-on answer-chip"
            href={listHref(list, { answers: without(filter.id) })}
            scroll={false}
            aria-label={t('list.removeFilter', { value })}
          >
            <span>{value}</span>
            <Icon name="cross" />
          </Link>
        )
      })}
    </>
  )
}
