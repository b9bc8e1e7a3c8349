import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CLOCK } from '#lib/attendees/policy'
import type { blockedBy } from '#lib/attendees/queries/blocked'
import type { lastCancellation, ownRecord } from '#lib/attendees/queries/one'
import type { PublicEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** A participant's record with its event, as the private page needs it. */
export type OwnState = {
  record: NonNullable<Awaited<ReturnType<typeof ownRecord>>>
  event: PublicEvent
  cancellation: Awaited<ReturnType<typeof lastCancellation>>
  /** The limit that keeps the person waiting. */
  blocked: Awaited<ReturnType<typeof blockedBy>>
  locale: Locale
}

/** How it stands, in plain words: the title of the page and the sentence under it. */
export async function ownWords({
  record,
  event,
  cancellation,
  blocked,
  locale,
}: OwnState): Promise<{ title: string; text: ReactNode }> {
  const t = await getTranslations('registration.own')
  const { status, wait, email } = record
  const name = record.givenName || record.familyName
  if (status === 'waiting' && wait && !wait.heldById) {
    const why = blocked ? `${t(`blocked.${blocked.subject}`, { capacity: blocked.capacity })} ` : ''
    const how = t(`waiting.${event.waitingMode}`, { email })
    return { title: t('waiting.title', { place: wait.position, of: wait.of }), text: why + how }
  }
  if (status === 'waiting' && wait?.heldById === CLOCK) {
    const how = record.refused ? 'refused' : 'passed'
    return { title: t(`${how}.title`), text: t(`${how}.text`) }
  }
  if (status === 'offered' && record.offerUntil) {
    const until = `${instant(record.offerUntil, event.timeZone, locale)} (${offset(event.timeZone, record.offerUntil)})`
    return { title: t('offered.title', { name }), text: t('offered.until', { until }) }
  }
  if (status === 'waiting')
    return { title: t('held.title'), text: withReason(t('held.text', { email }), wait?.heldReason) }
  if (status !== 'cancelled') return { title: t(`${status}.title`, { name }), text: t(`${status}.text`, { email }) }
  if (!cancellation) return { title: t('cancelled.title'), text: '' }
  const when = { time: instant(cancellation.at, event.timeZone, locale), zone: offset(event.timeZone, cancellation.at) }
  if (cancellation.byKind === 'participant') return { title: t('cancelled.title'), text: t('cancelled.own', when) }
  return { title: t('cancelled.title'), text: withReason(t('cancelled.text', when), cancellation.reason) }

  function withReason(text: string, reason: string | null | undefined): string {
    return reason ? `${text} ${t('reason', { reason })}` : text
  }
}
