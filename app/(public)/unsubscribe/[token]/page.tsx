import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { SubmitButton } from '#components/ui/submit-button'
import { localized } from '#lib/events/policy'
import { eventTextsOf } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { refuseLetters, wantLetters } from '#lib/messages/actions/refusal'
import { refusalOf } from '#lib/messages/queries/refusal'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ wait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailings.refusal')
  return { title: t('pageTitle'), robots: { index: false } }
}

/** One press ends letters to many, another takes that back; opening the page changes nothing. */
export default async function Unsubscribe({ params, searchParams }: Props) {
  const [{ token }, { wait }] = await Promise.all([params, searchParams])
  const refusal = await refusalOf(token)
  if (!refusal) notFound()
  const [t, locale] = await Promise.all([getTranslations('mailings.refusal'), readerLocale()])
  const event = localized(await eventTextsOf(refusal.eventId), locale, refusal.defaultLocale).title.text
  const { refused } = refusal
  const minutes = Number(wait)
  const text = refused ? t('refused.text', { event }) : t('text', { event })
  return (
    <PlainFrame>
      <Thought
        title={refused ? t('refused.title') : t('title')}
        text={minutes > 0 ? t('wait', { minutes }) : text}
        actions={
          <form action={refused ? wantLetters : refuseLetters}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton variant={refused ? 'normal' : 'primary'} size="big" pending={t('working')}>
              {refused ? t('refused.undo') : t('action')}
            </SubmitButton>
          </form>
        }
      />
    </PlainFrame>
  )
}
