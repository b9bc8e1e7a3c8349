import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { CardProps } from '#components/event/card'
import { cardOf, homeCard } from '#components/event/card-of'
import { cardVersion } from '#components/event/card-picture'
import { env } from '#lib/env'
import { addresses } from '#lib/events/policy/address'
import { CARD } from '#lib/events/policy/card'
import { eventTextsOf, type PublicEvent } from '#lib/events/queries/event'
import { isLocale, LOCALES, type Locale } from '#lib/i18n/locales'

export type Query = Promise<Record<string, string | string[] | undefined>>

/**
 * What other sites and search engines are told of a page of an event: its addresses by language and its card. An example
 * is kept out of search engines, since nobody should find an invented conference.
 */
export async function eventMetadata(event: PublicEvent, locale: Locale, query: Query, under = ''): Promise<Metadata> {
  const { title, lead, subtitle } = event.texts
  const card = cardOf(event, locale)
  const page = {
    path: `/e/${event.slug}`,
    under,
    locales: (await eventTextsOf(event.id)).map((text) => text.locale),
    title: title.text,
    description: lead.text || subtitle.text || [card.when, card.where].filter(Boolean).join(', '),
  }
  const index = event.isExample ? { robots: { index: false, follow: true } } : {}
  return { ...(await metadata(page, card, locale, query)), ...index }
}

/** The same of the list of events. */
export async function homeMetadata(locale: Locale, query: Query): Promise<Metadata> {
  const card = homeCard(locale)
  const page = { path: '/', under: '', locales: LOCALES, title: card.above ?? '', description: card.title }
  const { title: _, ...rest } = await metadata(page, card, locale, query)
  return rest
}

type Page = { path: string; under: string; locales: readonly string[]; title: string; description: string }

async function metadata(page: Page, card: CardProps, locale: Locale, query: Query): Promise<Metadata> {
  const { path, under, locales, title, description } = page
  const t = await getTranslations('ui')
  const asked = (await query).lang
  const { url } = env()
  const alternates = addresses(url, path + under, locales, isLocale(asked) ? asked : undefined)
  const picture = `${url}${path === '/' ? '' : path}/card/${locale}?v=${cardVersion(card)}`
  const images = [
    { url: picture, ...CARD, type: 'image/png', alt: [title, card.when, card.where].filter(Boolean).join(' · ') },
  ]
  return {
    title,
    description,
    alternates,
    openGraph: {
      type: 'website',
      siteName: t('product'),
      title,
      description,
      url: alternates.canonical,
      locale: OG_LOCALES[locale],
      alternateLocale: LOCALES.filter((each) => each !== locale && locales.includes(each)).map(
        (each) => OG_LOCALES[each],
      ),
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** Open Graph wants a country with each language. */
const OG_LOCALES: Record<Locale, string> = { en: 'en_GB', ru: 'ru_RU' }
