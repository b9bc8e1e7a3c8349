import { getTranslations } from 'next-intl/server'
import { CopyButton } from '#components/registration/copy-button'
import { shareLinks } from '#lib/events/policy/address'

/** The address to pass on, in the language it is read in. Plain links: nobody else's script learns who reads the page. */
export async function Share({ url, title }: { url: string; title: string }) {
  const t = await getTranslations('event.share')
  const { email, telegram, whatsapp } = shareLinks(url, title)
  return (
    <div className="share">
      <p className="share-address">{url}</p>
      <CopyButton text={url} words={{ copy: t('copy'), copied: t('copied') }} />
      <ul className="share-ways">
        <li>
          <a href={email}>{t('email')}</a>
        </li>
        <li>
          <a href={telegram} rel="noreferrer">
            {t('telegram')}
          </a>
        </li>
        <li>
          <a href={whatsapp} rel="noreferrer">
            {t('whatsapp')}
          </a>
        </li>
      </ul>
    </div>
  )
}
