import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice'
import { untranslated } from '#lib/events/policy/untranslated'
import { type EventTexts, TEXT_FIELDS, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'

/** What one language has and another lacks, each a link to its field. */
export async function Untranslated({ texts, locale }: { texts: EventTexts; locale: Locale }) {
  const [t, field] = await Promise.all([getTranslations('setup.texts'), getTranslations('setup.common.field')])
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const lacking = untranslated(texts, TEXT_FIELDS)
  const languages = LOCALES.filter((lang) => lacking[lang].length > 0)
  if (languages.length === 0) return null
  return (
    <Notice title={t('untranslated')}>
      <ul className="edit-lacking">
        {languages.map((lang) => (
          <li key={lang}>
            {t('lacks', { language: names.of(lang) ?? lang })}{' '}
            {lacking[lang].map((name, i) => (
              <span key={name}>
                {i > 0 && ', '}
                <a href={`#${textName(name, lang)}`}>{field(name)}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
