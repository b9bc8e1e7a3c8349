import { getTranslations } from 'next-intl/server'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'

/** One filter of the list. While it is on, it is lapis and a cross beside it takes it off. */
export async function FilterSelect({
  list,
  name,
  any,
  options,
}: {
  list: AttendeeList
  name: 'country' | 'institution' | 'type'
  /** What it is called while it is off. */
  any: string
  options: { value: string; label: string; text: string }[]
}) {
  const t = await getTranslations('desk.list')
  const on = options.find((option) => option.value === list[name])
  return (
    <span className={on ? 'filter filter-on' : 'filter'}>
      <select className={on ? 'chip chip-on' : 'chip'} name={name} defaultValue={on?.value ?? ''} aria-label={any}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option === on ? option.label : option.text}
          </option>
        ))}
      </select>
      {on && (
        <Link
          className="chip chip-on"
          href={listHref(list, { [name]: undefined })}
          scroll={false}
          aria-label={t('removeFilter', { value: on.label })}
        >
          <Icon name="cross" />
        </Link>
      )}
    </span>
  )
}
