import { Link } from '#components/ui/link'

/** `null` among the pages is a gap. */
export type PageLink = { label: string; href: string; current?: boolean } | null

/** "1–25 of 70" and the pages around this one. */
export function Pager({ label, summary, pages }: { label: string; summary: string; pages: PageLink[] }) {
  return (
    <div className="pager">
      <span>{summary}</span>
      {pages.length > 1 && (
        <nav aria-label={label}>
          <ul>
            {pages.map((page, index) => (
              <li key={page?.href ?? `gap ${index}`}>
                {page ? (
                  <Link href={page.href} aria-current={page.current ? 'page' : undefined}>
                    {page.label}
                  </Link>
                ) : (
                  <span className="pager-gap">…</span>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
