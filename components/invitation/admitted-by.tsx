import type { FormTicket } from '#components/invitation/ticket-of'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** What an invitation or a code means for the form: null for whoever comes with neither. */
export function admittedBy(ticket: FormTicket, event: PublicEvent, locale: Locale) {
  if (ticket.kind !== 'invitation' && ticket.kind !== 'code') return null
  const { typeId } = ticket.kind === 'code' ? ticket : ticket.invitation
  const found = event.types.find(({ id }) => id === typeId)
  const lang = found?.lang === locale ? undefined : found?.lang
  const type = found && { value: found.id, label: found.name, lang }
  if (ticket.kind === 'code')
    return { type, held: true, prefill: {}, draft: '', field: { name: 'code' as const, value: ticket.code } }
  const { id, email, holds, ...names } = ticket.invitation
  return {
    type,
    held: holds,
    prefill: { email, ...named(names) },
    draft: id,
    field: { name: 'invitation' as const, value: ticket.token },
  }
}

/** A name in another script goes where the form wants it. */
function named({ givenName, familyName }: { givenName: string; familyName: string }): Record<string, string> {
  const whole = [givenName, familyName].filter(Boolean).join(' ')
  return /(?!\p{Script=Latin})\p{L}/u.test(whole) ? { nativeName: whole } : { givenName, familyName }
}
