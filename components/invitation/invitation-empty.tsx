import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { type InvitationList, invitationsHref } from '#lib/invitations/schema/list'

/** Why nobody is listed, and what to do about it. */
export async function InvitationEmpty({ list, event }: { list: InvitationList; event: EventOfDesk }) {
  const t = await getTranslations('invitations')
  if (list.status)
    return (
      <Empty
        seed={event.id}
        title={t('list.emptyTab.title')}
        action={
          <ButtonLink size="small" href={invitationsHref(event.slug)}>
            {t('list.emptyTab.action')}
          </ButtonLink>
        }
      >
        {t('list.emptyTab.text', { status: t(`status.${list.status}`) })}
      </Empty>
    )
  return (
    <Empty
      seed={event.id}
      title={t('list.empty.title')}
      action={
        event.mayDecide && (
          <ButtonLink size="small" variant="primary" href={invitationsHref(event.slug, 'new')}>
            {t('list.invite')}
          </ButtonLink>
        )
      }
    >
      {t(event.mayDecide ? 'list.empty.text' : 'list.empty.staff')}
    </Empty>
  )
}
