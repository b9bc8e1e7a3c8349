import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

/** A filter that is on: the link takes it off. `remove` says so ("Remove filter: Kyrgyzstan"). */
export function FilterChip({ label, remove, href }: { label: string; remove: string; href: string }) {
  return (
    <Link className="chip chip-on" href={href} aria-label={remove} scroll={false}>
      {label}
      <Icon name="cross" />
    </Link>
  )
}
