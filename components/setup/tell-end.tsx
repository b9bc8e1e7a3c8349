import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { MoveForm } from '#components/setup/move-form'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { tellEnd } from '#lib/messages/actions/event-news'

/** Tells those who are registered that the event does not take place, after asking once. */
export async function TellEnd({ event, count }: { event: EventOfDesk; count: number }) {
  const [t, all] = await Promise.all([getTranslations('setup.tell'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      trigger={t('cancelled')}
      title={t('question', { count, title: event.texts.title.text })}
      keep={t('keep')}
      action={
        <MoveForm event={event} action={tellEnd}>
          <SubmitButton variant="destroy" size="small" pending={all('working')}>
            {t('confirm', { count })}
          </SubmitButton>
        </MoveForm>
      }
    >
      {t('text')}
    </Confirm>
  )
}
