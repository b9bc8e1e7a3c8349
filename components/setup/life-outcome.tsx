import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { LifeOutcome } from '#lib/events/schema/life'

/** What came of the act just done. */
export async function LifeOutcomeMessage({
  outcome: { did, refused },
  status,
}: {
  outcome: LifeOutcome
  status: string
}) {
  const t = await getTranslations('setup.life')
  if (refused)
    return (
      <Arrival of={`${refused} ${status}`}>
        <div role="alert">
          <Notice tone="error" title={t('refused.title')}>
            {t(`refused.${refused}`)}
          </Notice>
        </div>
      </Arrival>
    )
  if (!did) return null
  return (
    <Arrival of={`${did} ${status}`}>
      <StatusMessage>{t(`did.${did}`)}</StatusMessage>
    </Arrival>
  )
}
