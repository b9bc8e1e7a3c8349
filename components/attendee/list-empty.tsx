import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'

/** Why nobody is listed, and what to do about it. `publicUrl` is the address people register at. */
export async function ListEmpty({
  list,
  event,
  publicUrl,
}: {
  list: AttendeeList
  event: EventOfDesk
  publicUrl: string
}) {
  const t = await getTranslations('desk')
  if (list.q || list.country || list.institution || list.type || Object.keys(list.answers).length > 0)
    return (
      <Empty
        seed={event.id}
        title={t('list.nothing.title')}
        action={
          <ButtonLink
            size="small"
            href={listHref(list, { q: '', country: undefined, institution: undefined, type: undefined, answers: {} })}
          >
            {t('list.nothing.action')}
          </ButtonLink>
        }
      >
        {t('list.nothing.text')}
      </Empty>
    )
  if (list.status)
    return (
      <Empty
        seed={event.id}
        title={t('list.emptyTab.title')}
        action={
          <ButtonLink size="small" href={listHref(list, { status: undefined })}>
            {t('list.emptyTab.action')}
          </ButtonLink>
        }
      >
        {t('list.emptyTab.text', { status: t(`status.${list.status}`) })}
      </Empty>
    )
  if (event.status !== 'published')
    return (
      <Empty seed={event.id} title={t('list.emptyDraft.title')}>
        {t('list.emptyDraft.text')}
      </Empty>
    )
  return (
    <Empty
      seed={event.id}
      title={t('list.empty.title')}
      action={
        <ButtonLink size="small" href={`/e/${event.slug}`}>
          {t('list.empty.action')}
        </ButtonLink>
      }
    >
      {t('list.empty.text', { url: publicUrl })}
    </Empty>
  )
}
