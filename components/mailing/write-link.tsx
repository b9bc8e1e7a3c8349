import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button'
import type { AttendeeList } from '#lib/attendees/schema/list'
import { filtersFrom } from '#lib/messages/schema/mailing'

/** From the list to a letter to those whom it shows, on all its pages. */
export async function WriteLink({ slug, list, total }: { slug: string; list: AttendeeList; total: number }) {
  const t = await getTranslations('mailings')
  if (total === 0) return null
  const filters = filtersFrom(list)
  return (
    <ButtonLink size="small" href={`/desk/${slug}/mailings/new${filters && `?${filters}`}`}>
      {t('write', { count: total })}
    </ButtonLink>
  )
}
