import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { ButtonLink } from '#components/ui/button'
import { mayReturn } from '#lib/attendees/policy/stage'

/** The way back for somebody who gave the place up, while registration is open. */
export async function Again({ record, event, cancellation }: OwnState) {
  const cancelledBy = cancellation?.byKind ?? null
  if (mayReturn({ status: record.status, cancelledBy }, event, new Date()) !== 'yes') return null
  const t = await getTranslations('own.again')
  return (
    <section className="own-again">
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      <ButtonLink variant="primary" href={`/r/${record.token}/edit`} reload>
        {t('action')}
      </ButtonLink>
    </section>
  )
}
