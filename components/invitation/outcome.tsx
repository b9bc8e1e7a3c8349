import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { Outcome } from '#lib/invitations/schema/list'

/** What came of the act just done, or why it was not. */
export async function InvitationOutcome({ outcome, name = '' }: { outcome: Outcome; name?: string }) {
  const t = await getTranslations('invitations')
  const { did, refused, at, edit: _, ...counts } = outcome
  if (refused)
    return (
      <Arrival of={`${refused} ${at}`}>
        <div role="alert">
          <Notice tone="error" title={t('refused.title')}>
            {t(`refused.${refused}`)}
          </Notice>
        </div>
      </Arrival>
    )
  if (!did) return null
  return (
    <Arrival of={`${did} ${at}`}>
      <StatusMessage>{t(`did.${did}`, { name, ...counts })}</StatusMessage>
    </Arrival>
  )
}
