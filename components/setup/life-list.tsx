import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { EventOfDesk } from '#components/desk/desk-page'
import { setupHref } from '#components/setup/setup-href'
import { Link } from '#components/ui/link'
import type { Missing } from '#lib/events/policy/checklist'
import { isLocale, type Locale } from '#lib/i18n/locales'

/** What the event lacks, the required first. Each leads to the page that mends it, for those who may. */
export async function LifeList({ event, missing, locale }: { event: EventOfDesk; missing: Missing[]; locale: Locale }) {
  const t = await getTranslations('setup.life')
  const needed = missing.filter((one) => one.required)
  const advised = missing.filter((one) => !one.required)
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  const word = ({ key, locale: lacking, fields = [], count = 0 }: Missing) =>
    t(`item.${key}`, {
      language: isLocale(lacking) ? t(`language.${lacking}`) : '',
      fields: list.format(fields.map((field) => t(`field.${field}`))),
      count,
    })
  const items = (some: Missing[]): ReactNode => (
    <ul className="life-list">
      {some.map((one) => (
        <li key={`${one.key} ${one.locale}`}>
          {event.mayDecide ? <Link href={setupHref(event.slug, one.page)}>{word(one)}</Link> : word(one)}
        </li>
      ))}
    </ul>
  )
  return (
    <div>
      {needed.length > 0 && (
        <section className="record-part life-needed">
          <h2>{t('list.needed')}</h2>
          {items(needed)}
          {event.mayDecide && <p className="life-blocked">{t('list.blocked', { count: needed.length })}</p>}
        </section>
      )}
      <section className="record-part">
        <h2>{t('list.advised')}</h2>
        {advised.length > 0 ? items(advised) : <p className="record-none">{t('list.nothing')}</p>}
      </section>
    </div>
  )
}
