import { getTranslations } from 'next-intl/server'
import { CopyButton } from '#components/registration/copy-button'
import { env } from '#lib/env'

/** The private link, to be copied: as text where no script runs. */
export async function OwnLink({ token }: { token: string }) {
  const t = await getTranslations('registration.own.link')
  const url = `${env().url}/r/${token}`
  return (
    <section className="own-link">
      <h2>{t('title')}</h2>
      <p className="own-link-text">{url}</p>
      <CopyButton text={url} words={{ copy: t('copy'), copied: t('copied') }} />
      <p className="own-hint">{t('text')}</p>
    </section>
  )
}
