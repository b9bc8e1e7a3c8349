import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'

/** Above the form: the way to have it filled in for whoever registered before, or that it is. */
export async function EarlierNote({
  slug,
  earlier,
}: {
  slug: string
  earlier: Record<string, string> | null | undefined
}) {
  const t = await getTranslations('own.earlier')
  if (earlier) return <Notice tone="done">{t('filled')}</Notice>
  return (
    <>
      {earlier === null && <Notice>{t('bad')}</Notice>}
      <p className="own-earlier">
        {t('ask')} <Link href={`/e/${slug}/register/earlier`}>{t('link')}</Link>
      </p>
    </>
  )
}
