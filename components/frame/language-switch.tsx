'use client'
import { usePathname, useSearchParams } from 'next/navigation'

export type LanguageOption = { locale: string; short: string; name: string; current: boolean }

/** The languages, as a form that comes back to `page`, else to this one. A client component only to know where that is. */
export function LanguageSwitch({
  label,
  languages,
  page,
}: {
  label: string
  languages: LanguageOption[]
  page: string | null
}) {
  const query = useSearchParams().toString()
  const path = usePathname()
  const here = query ? `${path}?${query}` : path
  return (
    <form action="/language" method="post" className="languages" aria-label={label}>
      <input type="hidden" name="to" value={page ?? here} />
      {languages.map(({ locale, short, name, current }) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-label={`${short}, ${name}`}
          aria-current={current || undefined}
        >
          {short}
        </button>
      ))}
    </form>
  )
}
