import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Link } from '#components/ui/link'

/** The way to one's data and what can be done with them. */
export async function OwnLinks({ record }: Pick<OwnState, 'record'>) {
  const t = await getTranslations('own.data')
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>
        <Link href={`/r/${record.token}/data`}>{t('open')}</Link>
      </p>
      <p className="own-hint">{t('openText')}</p>
    </section>
  )
}
