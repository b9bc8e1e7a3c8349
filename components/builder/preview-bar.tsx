import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button'
import { LOCALES } from '#lib/i18n/locales'

type Props = {
  slug: string
  types: { id: string; name: string }[]
  typeId: string
  languages: readonly { code: string; name: string }[]
  locale: string
}

/** For whom and in which language it is shown. Each is a page of its own, loaded whole, since its script begins with the page. */
export async function PreviewBar({ slug, types, typeId, languages, locale }: Props) {
  const t = await getTranslations('builder.preview')
  const href = (type: string, lang: string) => `/desk/${slug}/form/preview?${new URLSearchParams({ type, lang })}`
  return (
    <nav className="builder-preview-bar" aria-label={t('choose')}>
      {types.length > 1 && (
        <ul>
          {types.map((type) => (
            <li key={type.id}>
              <ButtonLink
                size="small"
                reload
                href={href(type.id, locale)}
                aria-current={type.id === typeId ? 'true' : undefined}
              >
                {type.name}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {languages.length > 1 && (
        <ul>
          {languages
            .filter(({ code }) => LOCALES.some((one) => one === code))
            .map(({ code, name }) => (
              <li key={code}>
                <ButtonLink
                  size="small"
                  reload
                  href={href(typeId, code)}
                  aria-current={code === locale ? 'true' : undefined}
                >
                  {name}
                </ButtonLink>
              </li>
            ))}
        </ul>
      )}
    </nav>
  )
}
