import { getTranslations } from 'next-intl/server'
import type { PublicEvent } from '#lib/events/queries/event'
import { LOCALES, type Locale } from '#lib/i18n/locales'

/** Tells that the page under it is a preview, and leads to its other languages and back: as documents, since the language is the document's. */
export async function PreviewBar({
  event,
  locales,
  locale,
}: {
  event: PublicEvent
  locales: string[]
  locale: Locale
}) {
  const [t, names] = await Promise.all([getTranslations('setup.life.preview'), getTranslations('ui.language')])
  return (
    <aside className="preview-bar" aria-label={t('label')}>
      <p>
        <strong>{t('label')}</strong> {t('text')}
      </p>
      <nav aria-label={t('languages')}>
        {LOCALES.filter((each) => locales.includes(each)).map((each) => (
          <a
            key={each}
            href={`/desk/${event.slug}/preview?lang=${each}`}
            lang={each}
            aria-current={each === locale ? 'true' : undefined}
          >
            {names(`${each}.name`)}
          </a>
        ))}
      </nav>
      <a href={`/desk/${event.slug}`}>{t('back')}</a>
    </aside>
  )
}
