import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { SubmitButton } from '#components/ui/submit-button'
import type { OutboxStatus } from '#db/enums'
import { retryOne, stopOne } from '#lib/messages/actions/mail'

const ACTS = [
  { act: 'retry', action: retryOne, from: ['retry', 'failed'] },
  { act: 'stop', action: stopOne, from: ['retry', 'queued'] },
] as const satisfies { act: string; action: unknown; from: OutboxStatus[] }[]

/** What an organizer may do with a message: once more at once, or not at all. `fields` say where to come back to. */
export async function MailActs({
  status,
  name,
  fields,
  variant = 'plain',
}: {
  status: OutboxStatus
  /** To whom it is, for those who hear the buttons alone. */
  name: string
  fields: Record<string, string>
  variant?: 'plain' | 'normal'
}) {
  const t = await getTranslations('mailings.mail')
  const possible = ACTS.filter(({ from }) => (from as readonly OutboxStatus[]).includes(status))
  if (possible.length === 0) return null
  return (
    <span className="mail-acts">
      {possible.map(({ act, action }) => (
        <form key={act} action={action}>
          <ActFields fields={fields} />
          <SubmitButton variant={variant} size="small" pending={t('working')}>
            <span aria-hidden="true">{t(act)}</span>
            <span className="sr-only">{t(`${act}Says`, { name })}</span>
          </SubmitButton>
        </form>
      ))}
    </span>
  )
}
