import { getTranslations } from 'next-intl/server'
import { Consents } from '#components/own/consents'
import { Erase } from '#components/own/erase'
import type { OwnState } from '#components/registration/own-words'
import { SubmitButton } from '#components/ui/submit-button'
import { chooseLanguage } from '#lib/attendees/actions/own'
import { LOCALES } from '#lib/i18n/locales'

/** What is held about somebody, and what the person can do with it: take it along, be written to otherwise, withdraw, erase. */
export async function Data(own: Pick<OwnState, 'record' | 'event' | 'locale'>) {
  const { record } = own
  const t = await getTranslations('own.data')
  return (
    <div className="own-rights">
      <section>
        <h2>{t('copy.title')}</h2>
        <p>{t('copy.text')}</p>
        <form action={`/r/${record.token}/data/copy`} method="post">
          <button type="submit" className="btn">
            {t('copy.action')}
          </button>
        </form>
      </section>
      <section>
        <h2>{t('language.title')}</h2>
        <p>{t('language.now', { language: t(`language.${record.locale === 'ru' ? 'ru' : 'en'}`) })}</p>
        <form action={chooseLanguage} className="actions">
          <input type="hidden" name="token" value={record.token} />
          {LOCALES.filter((locale) => locale !== record.locale).map((locale) => (
            <SubmitButton key={locale} variant="normal" pending={t('language.saving')} name="language" value={locale}>
              {t('language.action', { language: t(`language.${locale}`) })}
            </SubmitButton>
          ))}
        </form>
      </section>
      <Consents {...own} />
      <Erase {...own} />
    </div>
  )
}
