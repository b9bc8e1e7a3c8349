import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { MailList } from '#lib/messages/schema/mail-list'

/** What came of the act that led back here. */
export async function MailOutcome({ list: { did, at, n } }: { list: Pick<MailList, 'did' | 'at' | 'n'> }) {
  const t = await getTranslations('mailings.mail.did')
  if (!did) return null
  return (
    <Arrival of={at}>
      {did === 'late' ? (
        <div role="alert">
          <Notice tone="error">{t('late')}</Notice>
        </div>
      ) : (
        <StatusMessage>{t(did, { count: n })}</StatusMessage>
      )}
    </Arrival>
  )
}
