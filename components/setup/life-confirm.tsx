import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { MoveForm } from '#components/setup/move-form'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { archive, unpublish } from '#lib/events/actions/status'

/** Takes the public pages away, after asking once. */
export async function UnpublishAct({ event }: { event: EventOfDesk }) {
  const [t, all] = await Promise.all([getTranslations('setup.life.act'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      trigger={t('unpublish')}
      title={t('unpublishQuestion', { title: event.texts.title.text })}
      keep={t('keep')}
      action={
        <MoveForm event={event} action={unpublish}>
          <SubmitButton variant="destroy" size="small" pending={all('working')}>
            {t('unpublishConfirm')}
          </SubmitButton>
        </MoveForm>
      }
    >
      {t('unpublishText', { count: event.places.taken + event.places.waiting })}
    </Confirm>
  )
}

/** Puts an event away, after asking once. */
export async function ArchiveAct({ event }: { event: EventOfDesk }) {
  const [t, all] = await Promise.all([getTranslations('setup.life.act'), getTranslations('desk')])
  return (
    <Confirm
      size="small"
      trigger={t('archive')}
      title={t('archiveQuestion', { title: event.texts.title.text })}
      keep={t('keep')}
      action={
        <MoveForm event={event} action={archive}>
          <SubmitButton variant="destroy" size="small" pending={all('working')}>
            {t('archiveConfirm')}
          </SubmitButton>
        </MoveForm>
      }
    >
      {t('archiveText')}
    </Confirm>
  )
}
