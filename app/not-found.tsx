import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'
import { currentActor } from '#lib/auth/session'

/** Nothing here, or nothing for this reader: on to the desk for those who work there, to the events for all others. */
export default async function NotFound() {
  const [t, actor] = await Promise.all([getTranslations('ui'), currentActor()])
  const atDesk = actor.kind === 'user'
  return (
    <PlainFrame>
      <title>{t('errors.notFound.title')}</title>
      <Thought
        title={t('errors.notFound.title')}
        text={t('errors.notFound.text')}
        actions={
          <>
            <ButtonLink href={atDesk ? '/desk' : '/'}>{t(atDesk ? 'errors.desk' : 'errors.home')}</ButtonLink>
            <ButtonLink variant="plain" href={atDesk ? '/' : '/link'}>
              {t(atDesk ? 'errors.home' : 'myRegistration')}
            </ButtonLink>
          </>
        }
      />
    </PlainFrame>
  )
}
