import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#components/frame/public-frame'
import { Thought } from '#components/frame/thought'
import { SubmitButton } from '#components/ui/submit-button'
import { confirmOwnAddress } from '#lib/attendees/actions/confirm'
import { ownRecord } from '#lib/attendees/queries/one'
import { participant } from '#lib/auth/session'

type Props = { params: Promise<{ token: string; code: string }>; searchParams: Promise<{ refused?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registration.confirm')
  return { title: t('title'), robots: { index: false } }
}

/** One button between the letter's link and what it does: programs that open the links of a mail press none. */
export default async function ConfirmAddress({ params, searchParams }: Props) {
  const { token, code } = await params
  const record = await ownRecord(await participant(token))
  if (!record) notFound()
  const t = await getTranslations('registration.confirm')
  const { refused } = await searchParams
  const press = (
    <form action={confirmOwnAddress}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="code" value={code} />
      <SubmitButton size="big" pending={t('working')}>
        {t('action')}
      </SubmitButton>
    </form>
  )
  return (
    <PublicFrame>
      {refused ? (
        <Thought title={t('refused.title')} text={t('refused.text')} />
      ) : (
        <Thought title={t('title')} text={t('text', { email: record.email })} actions={press} />
      )}
    </PublicFrame>
  )
}
