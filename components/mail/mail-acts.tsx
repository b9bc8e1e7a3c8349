import { getTranslations } from 'next-intl/server'
import { EditAct } from '#components/setup/edit-act'
import type { OutboxStatus } from '#db/enums'
import { retryOne, stopOne } from '#lib/messages/actions/mail'

/** What an organizer may do with a message: once more at once, or not at all. `fields` say where to come back to. */
export async function MailActs({
  status,
  name,
  fields,
}: {
  status: OutboxStatus
  /** To whom it is, for those who hear the buttons alone. */
  name: string
  fields: Record<string, string>
}) {
  const t = await getTranslations('mailings.mail')
  const pending = t('working')
  return (
    <span className="mail-acts">
      {(status === 'retry' || status === 'failed') && (
        <EditAct action={retryOne} fields={fields} says={t('retrySays', { name })} pending={pending}>
          {t('retry')}
        </EditAct>
      )}
      {(status === 'retry' || status === 'queued') && (
        <EditAct action={stopOne} fields={fields} says={t('stopSays', { name })} pending={pending}>
          {t('stop')}
        </EditAct>
      )}
    </span>
  )
}
