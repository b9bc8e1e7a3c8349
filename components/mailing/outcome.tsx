import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { MailingPage } from '#lib/messages/schema/mailing-page'

const REFUSED = ['nobody', 'past', 'others', 'late']

/** What came of the act that led back to the page. `when` is the letter's time. */
export async function MailingOutcome({ view, when }: { view: MailingPage; when: string }) {
  const t = await getTranslations('mailings.did')
  if (!view.did) return null
  const text = t(view.did, { n: view.n, when })
  return (
    <Arrival of={view.at}>
      {REFUSED.includes(view.did) ? (
        <div role="alert">
          <Notice tone="error">{text}</Notice>
        </div>
      ) : (
        <StatusMessage>{text}</StatusMessage>
      )}
    </Arrival>
  )
}
