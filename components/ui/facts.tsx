import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode; lang?: string }

/** Terms and values: `stacked` has the term above, `rows` beside. A fact without a value is left out. */
export function Facts({
  facts,
  layout = 'stacked',
  className = '',
}: {
  facts: Fact[]
  layout?: 'stacked' | 'rows'
  className?: string
}) {
  const shown = facts.filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
  return (
    <dl className={['facts', layout === 'rows' && 'facts-rows', className].filter(Boolean).join(' ')}>
      {shown.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd lang={fact.lang}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
