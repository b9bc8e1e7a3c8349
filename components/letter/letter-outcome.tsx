import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { StatusMessage } from '#components/ui/status-message'
import type { LetterPage } from '#lib/messages/schema/letter'

/** What came of the act that led back to the page. */
export async function LetterOutcome({ view }: { view: LetterPage }) {
  const t = await getTranslations('messages.did')
  if (!view.did) return null
  return (
    <Arrival of={view.at}>
      <StatusMessage>{t(view.did)}</StatusMessage>
    </Arrival>
  )
}
