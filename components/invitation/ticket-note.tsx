import { getTranslations } from 'next-intl/server'
import { AskCode } from '#components/invitation/ask-code'
import type { FormTicket } from '#components/invitation/ticket-of'
import { Notice } from '#components/ui/notice'
import type { PublicEvent } from '#lib/events/queries/event'
import { offset, shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** Above the form: with what somebody comes, or the way in for whoever has a code. */
export async function TicketNote({
  ticket,
  event,
  locale,
}: {
  ticket: FormTicket
  event: PublicEvent
  locale: Locale
}) {
  const t = await getTranslations('invitations.form')
  if (ticket.kind === 'none') return <AskCode slug={event.slug} ticket={ticket} />
  if (ticket.kind === 'code')
    return (
      <Notice tone="done" title={t('granted', { label: ticket.label })}>
        <p>{t('grantedText', { left: ticket.left })}</p>
      </Notice>
    )
  if (ticket.kind === 'ended') return null
  const { holds, expiresAt } = ticket.invitation
  const until = `${shortInstant(expiresAt, event.timeZone, locale)} (${offset(event.timeZone, expiresAt)})`
  return (
    <Notice tone="done" title={t('invited', { until: holds ? until : 'none' })}>
      <p>{t('invitedText')}</p>
    </Notice>
  )
}
