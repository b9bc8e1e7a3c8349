import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { Member } from '#lib/team/queries/team'
import type { Outcome } from '#lib/team/schema'

/** What came of the act just done, or why it was not. */
export async function TeamOutcome({
  outcome: { did, refused, at, ...about },
  team,
}: {
  outcome: Outcome
  team: Member[]
}) {
  const t = await getTranslations('team')
  const member = team.find(({ userId }) => userId === about.who)
  const name = member?.name || member?.email || t('somebody')
  if (refused)
    return (
      <Arrival of={`${refused} ${at}`}>
        <div role="alert">
          <Notice tone="error" title={t('refused.title')}>
            {t(`refused.${refused}`, { name })}
          </Notice>
        </div>
      </Arrival>
    )
  if (!did) return null
  return (
    <Arrival of={`${did} ${at}`}>
      <StatusMessage>{t(`did.${did}`, { name, count: about.count, kept: about.kept })}</StatusMessage>
    </Arrival>
  )
}
