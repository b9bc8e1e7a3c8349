import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import type { CloneProps } from '#components/setup/clone-form'
import { env } from '#lib/env'
import { eventTextsOf } from '#lib/events/queries/event'
import { titleField } from '#lib/events/schema/draft'
import { isLocale } from '#lib/i18n/locales'

/** The form of a copy with its words. The titles are those of the event; the days are to be chosen. */
export async function cloneProps(event: EventOfDesk): Promise<CloneProps> {
  const [t, texts] = await Promise.all([getTranslations('setup.life'), eventTextsOf(event.id)])
  const ordered = texts.toSorted(
    (a, b) => Number(b.locale === event.defaultLocale) - Number(a.locale === event.defaultLocale),
  )
  return {
    values: {
      id: event.id,
      from: event.slug,
      startsOn: '',
      endsOn: '',
      slug: '',
      ...Object.fromEntries(ordered.map(({ locale, title }) => [titleField(locale), title])),
    },
    titles: ordered.map(({ locale }) => ({
      name: titleField(locale),
      label: t('titleIn', { language: isLocale(locale) ? t(`language.${locale}`) : locale }),
      lang: locale,
    })),
    labels: { startsOn: t('label.startsOn'), endsOn: t('label.endsOn'), slug: t('label.slug') },
    hints: { slug: t('hint.slug') },
    words: {
      create: t('clone.create'),
      creating: t('clone.creating'),
      back: t('clone.back'),
      optional: t('optional'),
    },
    back: `/desk/${event.slug}`,
    address: `${env().url.replace(/^https?:\/\//, '')}/e/`,
  }
}
