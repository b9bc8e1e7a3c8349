import { Link } from '#components/ui/link'
import { TabRow } from '#components/ui/tab-row'

/** `due`: what is counted waits for somebody. */
export type Tab = { label: string; href: string; count?: string; due?: boolean; current?: boolean }

/** Views of one list, as links with their counts. `label` names the row for those who cannot see it. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <TabRow label={label} current={tabs.find((tab) => tab.current)?.href}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}{' '}
          {tab.count !== undefined && <span className={tab.due ? 'count count-due' : 'count'}>{tab.count}</span>}
        </Link>
      ))}
    </TabRow>
  )
}
