import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { SubmitButton } from '#components/ui/submit-button'
import { takeAddress } from '#lib/attendees/actions/new-address'
import { newAddressOf } from '#lib/attendees/queries/new-address'
import { readerLocale } from '#lib/i18n/locale'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ refused?: string; wait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own.address')
  return { title: t('title'), robots: { index: false } }
}

/** One button between the letter's link and what it does: programs that open the links of a mail press none. */
export default async function NewAddress({ params, searchParams }: Props) {
  const { token } = await params
  const { refused, wait } = await searchParams
  const asked = await newAddressOf(token, await readerLocale())
  const t = await getTranslations('own.address')
  const kind = refused === 'taken' ? 'taken' : 'bad'
  if (!asked || refused)
    return (
      <PlainFrame>
        <Thought
          title={t(`${kind}Title`)}
          text={t(`${kind}Text`)}
          actions={<ButtonLink href="/link">{t('link')}</ButtonLink>}
        />
      </PlainFrame>
    )
  return (
    <PlainFrame>
      {wait && <Notice>{t('wait', { minutes: Number(wait) || 1 })}</Notice>}
      <Thought
        title={t('title')}
        text={t('text', { event: asked.event.text, email: asked.email })}
        actions={
          <form action={takeAddress}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton size="big" pending={t('working')}>
              {t('action')}
            </SubmitButton>
          </form>
        }
      />
    </PlainFrame>
  )
}
