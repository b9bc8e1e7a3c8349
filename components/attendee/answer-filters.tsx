import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { type AttendeeList, columnOf, listHref } from '#lib/attendees/schema/list'
import type { AnswerFilter } from '#lib/rosters/policy/filters'

type Props = { list: AttendeeList; filters: readonly AnswerFilter[] }

/** The filters by the event's own questions, folded away. */
export async function AnswerFilters({ list, filters }: Props) {
  const t = await getTranslations('desk')
  if (filters.length === 0) return null
  return (
    <details className="columns answer-filters">
      <summary className={Object.keys(list.answers).length > 0 ? 'chip chip-on' : 'chip'}>
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
  )
}

/** The filters on answers that are on: a press takes one off. */
export async function AnswerChips({ list, filters }: Props) {
  const t = await getTranslations('desk')
  const without = (id: string) => Object.fromEntries(Object.entries(list.answers).filter(([other]) => other !== id))
  return filters.flatMap(({ id, label, options }) => {
    if (!list.answers[id]) return []
    // What nobody has answered any more has no words here, but must come off all the same.
    const on = options.find(({ value }) => value === list.answers[id])
    const value = on ? t('answers.chip', { label, value: on.label }) : label
    return [
      <Link
        key={id}
        className="chip chip-on answer-chip"
        href={listHref(list, { answers: without(id) })}
        scroll={false}
        aria-label={t('list.removeFilter', { value })}
      >
        <span>{value}</span>
        <Icon name="cross" />
      </Link>,
    ]
  })
}
