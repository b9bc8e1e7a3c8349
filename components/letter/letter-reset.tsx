import { getTranslations } from 'next-intl/server'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { restoreWording } from '#lib/messages/actions/letters'
import type { LetterKind } from '#lib/messages/policy/kinds'

/** The way back to the wording that Serai brings. */
export async function LetterReset({ eventId, kind }: { eventId: string; kind: LetterKind }) {
  const [t, messages] = await Promise.all([getTranslations('messages.reset'), getTranslations('messages')])
  return (
    <Confirm
      trigger={t('trigger')}
      title={t('question')}
      keep={t('keep')}
      size="small"
      action={
        <form action={restoreWording}>
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="kind" value={kind} />
          <SubmitButton variant="destroy" pending={messages('working')}>
            {t('confirm')}
          </SubmitButton>
        </form>
      }
    >
      <p>{t('text', { kind: messages(`kind.${kind}.name`) })}</p>
    </Confirm>
  )
}
