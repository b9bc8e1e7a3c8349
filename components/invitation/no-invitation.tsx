import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

/** The link leads to no invitation; which of the reasons it is, nobody is told. */
export async function NoInvitation() {
  const t = await getTranslations('invitations.page.badLink')
  return (
    <PlainFrame>
      <Thought title={t('title')} text={t('text')} actions={<ButtonLink href="/">{t('action')}</ButtonLink>} />
    </PlainFrame>
  )
}
