import { getTranslations } from 'next-intl/server'
import { ExportSensitive } from '#components/attendee/export-sensitive'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import type { Question } from '#lib/forms/policy/question'

/** The list as a file. Plain links: nothing but a press may fetch them, since each download is written down. */
export async function ExportLinks({
  slug,
  list,
  total,
  sensitive,
}: {
  slug: string
  list: AttendeeList
  total: number
  /** Questions whose answers only an organizer may have in the file. */
  sensitive: readonly Question[]
}) {
  const t = await getTranslations('desk.list')
  if (total === 0) return null
  const href = (format: string) => {
    const query = new URLSearchParams(listHref(list))
    query.set('format', format)
    return `/desk/${slug}/attendees/export?${query}`
  }
  return (
    <div className="exports">
      <ButtonLink size="small" reload href={href('xlsx')}>
        <Icon name="download" />
        {t('export', { count: total })}
      </ButtonLink>
      <ButtonLink size="small" reload href={href('csv')} aria-label={t('exportCsv', { count: total })}>
        {t('csv')}
      </ButtonLink>
      <ExportSensitive slug={slug} list={list} questions={sensitive} />
    </div>
  )
}
