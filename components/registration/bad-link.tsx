import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

/** A private link that opens nothing: how to get a good one. */
export async function BadLink() {
  const t = await getTranslations('registration.badLink')
  return (
    <PlainFrame>
      <Thought
        title={t('title')}
        text={t('text')}
        actions={
          <ButtonLink variant="primary" href="/link">
            {t('action')}
          </ButtonLink>
        }
      />
    </PlainFrame>
  )
}
