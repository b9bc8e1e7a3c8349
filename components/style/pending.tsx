import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Button, ButtonLink } from '#components/ui/button'

export async function PendingStates() {
  const t = await getTranslations('style')
  return (
    <Part title={t('part.pending')}>
      <div className="style-row">
        <Button variant="primary" aria-busy aria-disabled>
          {t('pending.saving')}
        </Button>
        <Button size="small" aria-busy aria-disabled>
          {t('pending.saving')}
        </Button>
      </div>
      <p className="style-note">{t('pending.text')}</p>
    </Part>
  )
}

const PAGES = ['missing', 'forbidden', 'unauthorized', 'error'] as const

/** The ways to the pages that one meets only when something is amiss, and what to look at on paper. */
export async function PageStates() {
  const t = await getTranslations('style')
  return (
    <>
      <Part title={t('part.pages')}>
        <p className="style-note">{t('pages.text')}</p>
        <div className="style-row">
          {PAGES.map((page) => (
            <ButtonLink key={page} size="small" href={`/desk/style/${page}`}>
              {t(`pages.${page}`)}
            </ButtonLink>
          ))}
        </div>
      </Part>
      <Part title={t('part.print')}>
        <p className="style-note">{t('print.text')}</p>
      </Part>
    </>
  )
}
