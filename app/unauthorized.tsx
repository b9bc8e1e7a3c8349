import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

/** Not signed in. */
export default async function Unauthorized() {
  const t = await getTranslations('ui.errors')
  return (
    <PlainFrame>
      <title>{t('unauthorized.title')}</title>
      <Thought
        title={t('unauthorized.title')}
        text={t('unauthorized.text')}
        actions={
          <>
            <ButtonLink variant="primary" href="/sign-in">
              {t('signIn')}
            </ButtonLink>
            <ButtonLink variant="plain" href="/">
              {t('home')}
            </ButtonLink>
          </>
        }
      />
    </PlainFrame>
  )
}
