import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

export default async function NotFound() {
  const t = await getTranslations('ui.errors')
  return (
    <PlainFrame>
      <title>{t('notFound.title')}</title>
      <Thought
        title={t('notFound.title')}
        text={t('notFound.text')}
        actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
      />
    </PlainFrame>
  )
}
