import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'
import { askedOf } from '#components/form/asked-of'
import { admittedBy } from '#components/invitation/admitted-by'
import { TicketEnded } from '#components/invitation/ticket-ended'
import { TicketNote } from '#components/invitation/ticket-note'
import type { FormTicket } from '#components/invitation/ticket-of'
import { EarlierNote } from '#components/own/earlier-note'
import { fieldsOf } from '#components/registration/fields-of'
import { RegistrationForm } from '#components/registration/registration-form'
import { Shut } from '#components/registration/shut'
import { hasEnded } from '#lib/events/policy'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { institutionOfGiver } from '#lib/invitations/queries/handover'

/** The registration form of an event with all its words, or why there is none now. */
export async function Registration({
  event,
  state,
  ticket,
  earlier,
  locale,
}: {
  event: PublicEvent
  state: RegistrationState['state']
  ticket: FormTicket
  /** What somebody gave at an earlier event, by the link of a letter; null when that is no longer good. */
  earlier?: Record<string, string> | null
  locale: Locale
}) {
  const [t, tInvited, tUi, fields] = await Promise.all([
    getTranslations('registration'),
    getTranslations('invitations.form'),
    getTranslations('ui'),
    fieldsOf(event, locale),
  ])
  const asked = await askedOf(event, ['registration'], { locale, now: new Date() })
  const from = ticket.kind === 'invitation' ? await institutionOfGiver(ticket.invitation.id, locale) : null
  const admitted = admittedBy(ticket, event, locale)
  const full = state === 'full' && !admitted?.held
  const decides = event.approval && !admitted
  const page = t('form.documentTitle', { event: event.texts.title.text })
  return (
    <RegistrationForm
      slug={event.slug}
      locale={locale}
      submission={randomUUID()}
      noticeId={event.notice?.id ?? ''}
      shut={barrierOf(event, state, ticket, locale)}
      note={
        <>
          <TicketNote ticket={ticket} event={event} locale={locale} />
          {ticket.kind === 'none' && <EarlierNote slug={event.slug} earlier={earlier} />}
        </>
      }
      prefill={{ ...earlier, ...admitted?.prefill }}
      draft={earlier ? 'earlier' : (admitted?.draft ?? '')}
      ticket={admitted?.field ?? null}
      documentTitle={tUi('pageTitle', { page })}
      words={{
        intro: admitted?.held
          ? tInvited('intro')
          : t(decides ? 'form.introApproval' : full ? 'form.introWaiting' : 'form.intro'),
        submit: t(decides ? 'form.submitApproval' : full ? 'form.submitWaiting' : 'form.submit'),
        submitting: t('form.submitting'),
        submitHint:
          event.confirmHours === null
            ? t('form.submitHint')
            : t('form.submitHintConfirm', { hours: event.confirmHours }),
        kept: t('refused.kept'),
        offline: { title: t('refused.offline.title'), text: t('refused.offline.text') },
        sendLink: t('refused.sendLink'),
        sendingLink: t('refused.sendingLink'),
        code: t('fields.code'),
      }}
      fields={{ ...fields, settledType: admitted?.type, settledInstitution: from ?? undefined }}
      questions={asked}
    />
  )
}

/** Why the form cannot be sent now, if it cannot: whoever is invited comes before registration opens and after it closes. */
function barrierOf(event: PublicEvent, state: RegistrationState['state'], ticket: FormTicket, locale: Locale) {
  if (ticket.kind === 'ended') {
    const open = state === 'open' || state === 'full'
    return <TicketEnded token={ticket.token} slug={event.slug} open={open} />
  }
  const admitted = ticket.kind !== 'none'
  if (admitted && !hasEnded(event, new Date())) return null
  return state === 'closed' || state === 'not-yet' ? <Shut kind={state} event={event} locale={locale} /> : null
}
