import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { Button } from '#components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.signIn')
  return { title: t('title'), robots: { index: false } }
}

/** One button between the link and its use: programs that open the links of a mail press none. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('desk.signIn.press')
  const press = (
    <form method="get" action="/api/auth/callback/email">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="callbackUrl" value="/desk" />
      <Button type="submit" variant="primary" size="big">
        {t('action')}
      </Button>
    </form>
  )
  return (
    <PlainFrame>
      <Thought title={t('title')} text={t('text')} actions={press} />
    </PlainFrame>
  )
}
