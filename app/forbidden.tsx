import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'
import { SubmitButton } from '#components/ui/submit-button'
import { signOut } from '#lib/auth/actions/session'

/** Signed in, but without the right. */
export default async function Forbidden() {
  const t = await getTranslations('ui.errors')
  return (
    <PlainFrame>
      <title>{t('forbidden.title')}</title>
      <Thought
        title={t('forbidden.title')}
        text={t('forbidden.text')}
        actions={
          <>
            <ButtonLink href="/desk">{t('desk')}</ButtonLink>
            <form action={signOut}>
              <SubmitButton variant="plain" pending={t('working')}>
                {t('other')}
              </SubmitButton>
            </form>
          </>
        }
      />
    </PlainFrame>
  )
}
