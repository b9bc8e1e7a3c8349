import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'

/** Why nobody can be invited to an event now. */
export async function NotNow({ event }: { event: EventOfDesk }) {
  const t = await getTranslations('invitations.invite')
  if (event.status === 'published') return <Notice>{t('over')}</Notice>
  return (
    <>
      <Notice title={t('draft.title')}>
        <p>{t('draft.text')}</p>
      </Notice>
      <div className="actions">
        <ButtonLink size="small" href={`/desk/${event.slug}`}>
          {t('draft.action')}
        </ButtonLink>
      </div>
    </>
  )
}
