import { createTranslator } from 'next-intl'
import type { CardProps } from '#components/event/card'
import { factsOf } from '#components/registration/facts-of'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

/** What the card of an event shows in a language. Crawlers send none, so it is not the reader's but the address's. */
export function cardOf(event: PublicEvent, locale: Locale): CardProps {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'ui.foot' })
  const { seed, title, when, where } = factsOf(event, locale)
  return {
    seed,
    coverId: event.coverId ?? undefined,
    title: title.text,
    above: [event.host, event.programme].filter(Boolean).join(' · '),
    when,
    where,
    funder: event.funder ? { emblem: t('emblem'), words: t(event.funder) } : undefined,
  }
}

/** The card of the list of events. */
export function homeCard(locale: Locale): CardProps {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'ui' })
  return { seed: t('product'), title: t('description'), above: t('product') }
}
