import { Link } from '#components/ui/link'

export type DeskNavItem = {
  label: string
  href: string
  current?: boolean
  count?: string /** Somebody waits for it. */
  due?: boolean
}
export type DeskNavGroup = DeskNavItem[]

export function DeskNav({ label, groups }: { label: string; groups: DeskNavGroup[] }) {
  return (
    <nav className="rail-nav" aria-label={label}>
      {groups.map((items) => (
        <ul key={items[0]?.href}>
          {items.map((item) => (
            <li key={item.href}>
              <Link href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
                {item.count && <span className={item.due ? 'count count-due' : 'count'}>{item.count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}
