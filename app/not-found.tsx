import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { NoInvitation } from '#components/invitation/no-invitation'
import { BadLink } from '#components/registration/bad-link'
import { ButtonLink } from '#components/ui/button'
import { currentActor } from '#lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  const page = (await headers()).get('x-serai-page')
  const t = await getTranslations()
  if (page?.startsWith('/r/')) return { title: t('registration.badLink.title') }
  if (page?.startsWith('/i/')) return { title: t('invitations.page.badLink.title') }
  return { title: t('ui.errors.notFound.title') }
}

/**
 * Nothing here, or nothing for this reader: on to the desk for those who work there, to the events for all others. The HTTP server asks for it again in place of
 * every page that is not found (lib/server/failures.ts), and says which.
 */
export default async function NotFound() {
  const page = (await headers()).get('x-serai-page')
  if (page?.startsWith('/r/')) return <BadLink />
  if (page?.startsWith('/i/')) return <NoInvitation />
  const [t, actor] = await Promise.all([getTranslations('ui'), currentActor()])
  const atDesk = actor.kind === 'user'
  return (
    <PlainFrame>
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
