import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { limitNames } from '#lib/rosters/queries/limit-names'
import { seatLedger } from '#lib/rosters/queries/line'

/** What is to be said of these pools being full, in the reader's words. */
export async function poolSentences(
  actor: Actor,
  event: { id: string; defaultLocale: string },
  poolIds: readonly string[],
  locale: Locale,
): Promise<(poolId: string) => string> {
  if (poolIds.length === 0) return () => ''
  const { ledger } = await seatLedger(actor, event.id)
  const book = ledger()
  const limits = [...new Set(poolIds)].flatMap((poolId) => book.limit(poolId) ?? [])
  const [t, names] = await Promise.all([
    getTranslations({ locale, namespace: 'desk.waiting.why' }),
    limitNames(event, limits, locale),
  ])
  return (poolId) => {
    const limit = limits.find(({ id }) => id === poolId)
    return limit ? t(`full.${limit.subject}`, { subject: names(limit), capacity: limit.capacity }) : ''
  }
}
