import { getLocale, getTranslations } from 'next-intl/server'
import { LanguageSwitch } from '#components/frame/language-switch'
import { LOCALES } from '#lib/i18n/locales'

/** The switch between the languages Serai speaks. */
export async function Languages() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('ui.language')])
  const languages = LOCALES.map((each) => ({
    locale: each,
    short: t(`${each}.short`),
    name: t(`${each}.name`),
    current: each === locale,
  }))
  return <LanguageSwitch label={t('label')} languages={languages} />
}
