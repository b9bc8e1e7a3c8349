import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'

/** The invitation that the form was opened with counts no more; its own page says why. */
export async function TicketEnded({ token, slug, open }: { token: string; slug: string; open: boolean }) {
  const [t, page, refused] = await Promise.all([
    getTranslations('invitations.form'),
    getTranslations('invitations.page.ended'),
    getTranslations('registration.refused'),
  ])
  return (
    <>
      <Notice title={refused('invitation-ended.title')} />
      <div className="actions">
        {open && (
          <ButtonLink variant="primary" href={`/e/${slug}/register`}>
            {page('register')}
          </ButtonLink>
        )}
        <ButtonLink href={`/i/${token}`}>{t('why')}</ButtonLink>
      </div>
    </>
  )
}
