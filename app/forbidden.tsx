import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

/** Signed in, but without the right. */
export default async function Forbidden() {
  const t = await getTranslations('ui.errors')
  return (
    <PlainFrame>
      <title>{t('forbidden.title')}</title>
      <Thought
        title={t('forbidden.title')}
        text={t('forbidden.text')}
        actions={<ButtonLink href="/desk">{t('desk')}</ButtonLink>}
      />
    </PlainFrame>
  )
}
