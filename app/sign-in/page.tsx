import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '#components/desk/sign-in-form'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { currentActor } from '#lib/auth/session'

type Props = { searchParams: Promise<{ sent?: string; error?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('desk.signIn')
  return { title: t((await searchParams).sent ? 'sentTitle' : 'title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const { sent, error } = await searchParams
  if ((await currentActor()).kind === 'user') redirect('/desk')
  const t = await getTranslations('desk.signIn')
  return (
    <PlainFrame>
      {sent ? (
        <Thought
          title={t('sentTitle')}
          text={t('sent')}
          actions={<ButtonLink href="/sign-in">{t('another')}</ButtonLink>}
        />
      ) : (
        <div className="link-page">
          <h1>{t('title')}</h1>
          <p className="link-text">{t('lead')}</p>
          {error && <Notice tone="error">{t('error.used')}</Notice>}
          <SignInForm words={{ email: t('email'), hint: t('hint'), send: t('send'), sending: t('sending') }} />
          <p className="aside-note">{t('participant')}</p>
        </div>
      )}
    </PlainFrame>
  )
}
