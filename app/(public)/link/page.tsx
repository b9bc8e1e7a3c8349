import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { LinkForm } from '#components/registration/link-form'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'

type Props = { searchParams: Promise<{ sent?: string; wait?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('registration.link')
  return { title: t((await searchParams).sent ? 'sentTitle' : 'title'), robots: { index: false } }
}

export default async function SendMyLink({ searchParams }: Props) {
  const t = await getTranslations('registration.link')
  const { sent, wait } = await searchParams
  const minutes = Math.min(Number(wait) || 0, 60)
  return (
    <PlainFrame>
      {sent ? (
        <Thought
          title={t('sentTitle')}
          text={t('sentText')}
          actions={
            <>
              <ButtonLink href="/link">{t('another')}</ButtonLink>
              <ButtonLink variant="plain" href="/">
                {t('events')}
              </ButtonLink>
            </>
          }
        />
      ) : (
        <div className="link-page">
          <h1>{t('title')}</h1>
          {minutes > 0 && <Notice tone="error">{t('errors.too-many', { minutes })}</Notice>}
          <p className="link-text">{t('text')}</p>
          <LinkForm words={{ email: t('email'), submit: t('submit'), submitting: t('submitting') }} />
        </div>
      )}
    </PlainFrame>
  )
}
