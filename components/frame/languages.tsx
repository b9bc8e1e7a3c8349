import { headers } from 'next/headers'
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
  // Of a page that is answered in place of another, which then is the one to come back to.
  const page = (await headers()).get('x-serai-page')
  return <LanguageSwitch label={t('label')} languages={languages} page={page} />
}
