import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { ButtonLink } from '#components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui.errors.unexpected')
  return { title: t('title') }
}

/** A bug, as the HTTP server answers it (lib/server/failures.ts): whole, without script, and without the database. By itself this is no page. */
export default async function Fault() {
  const asked = await headers()
  const page = asked.get('x-serai-page')
  if (!page) notFound()
  const t = await getTranslations('ui.errors')
  return (
    <PlainFrame>
      <Thought
        title={t('unexpected.title')}
        text={t('unexpected.text')}
        actions={
          <>
            <ButtonLink variant="primary" href={page} reload>
              {t('again')}
            </ButtonLink>
            <ButtonLink href="/" reload>
              {t('home')}
            </ButtonLink>
          </>
        }
        reference={
          <>
            {t('reference')} <strong>{asked.get('x-serai-reference')}</strong>
          </>
        }
      />
    </PlainFrame>
  )
}
