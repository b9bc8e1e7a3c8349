import { Link } from '#components/ui/link'

/** The way here; the last part, where one is, has no link. */
export function Breadcrumb({ label, parts }: { label: string; parts: { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="breadcrumb">
        {parts.map((part) => (
          <li key={part.label}>
            {part.href ? <Link href={part.href}>{part.label}</Link> : <span aria-current="page">{part.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
