import { getTranslations } from 'next-intl/server'
import { EuEmblem } from '#components/frame/eu-emblem'
import { Link } from '#components/ui/link'

export type PublicFootProps = {
  /** Who paid, as the event says. */
  funder?: 'eu-funded' | 'eu-co-funded' | null
  /** Whether the event is example data; then the foot says so. */
  isExample?: boolean
  /** Where the privacy notice stands; no link without one. */
  privacyHref?: string
}

/** The foot of public pages: the funder's line, the note on example data, the privacy notice. */
export async function PublicFoot({ funder, isExample, privacyHref }: PublicFootProps) {
  const t = await getTranslations('ui.foot')
  if (!funder && !isExample && !privacyHref) return null
  return (
    <footer className="public-foot">
      {funder && (
        <div className="funder">
          <EuEmblem label={t('emblem')} />
          <span>{t(funder)}</span>
        </div>
      )}
      {isExample && <p className="example">{t('example')}</p>}
      {privacyHref && (
        <nav aria-label={t('label')}>
          <Link href={privacyHref}>{t('privacy')}</Link>
        </nav>
      )}
    </footer>
  )
}
