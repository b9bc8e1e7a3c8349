'use client'
import { usePathname, useSearchParams } from 'next/navigation'

export type LanguageOption = { locale: string; short: string; name: string; current: boolean }

/** The languages, as a form that comes back to this page. A client component only to know where that is. */
export function LanguageSwitch({ label, languages }: { label: string; languages: LanguageOption[] }) {
  const query = useSearchParams().toString()
  const path = usePathname()
  return (
    <form action="/language" method="post" className="languages" aria-label={label}>
      <input type="hidden" name="to" value={query ? `${path}?${query}` : path} />
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
