import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'
import { LETTER_GROUPS, type LetterKind } from '#lib/messages/policy/kinds'
import { letterHref } from '#lib/messages/schema/letter'

/** Every letter that goes by itself, by its occasion: when it goes, and whose words it has. */
export async function LetterList({
  slug,
  own,
  locale,
}: {
  slug: string
  own: ReadonlyMap<LetterKind, readonly Locale[]>
  locale: Locale
}) {
  const t = await getTranslations('messages')
  const list = new Intl.ListFormat(locale)
  const languages = (locales: readonly Locale[]) => list.format(locales.map((one) => languageName(one, locale)))
  return Object.entries(LETTER_GROUPS).map(([group, kinds]) => (
    <section key={group} className="edit-part">
      <h2>{t(`group.${group as keyof typeof LETTER_GROUPS}`)}</h2>
      <ul className="edit-rows">
        {kinds.map((kind) => {
          const worded = own.get(kind)
          return (
            <li key={kind}>
              <div className="edit-names">
                <Link className="edit-name" href={letterHref(slug, kind)}>
                  {t(`kind.${kind}.name`)}
                </Link>
                <span className="edit-hint">{t(`kind.${kind}.when`)}</span>
              </div>
              <span className={worded ? 'letter-state letter-own' : 'letter-state'}>
                {worded ? t('state.own', { languages: languages(worded) }) : t('state.default')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
