import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Ornament } from '#components/ornament/ornament'
import { type Fact, Facts } from '#components/ui/facts'

export type TicketProps = {
  /** The event's id. */
  seed: string
  /** The name as on the passport; the native one stands under it, never in its place. */
  name: string
  native?: { text: string; lang?: string }
  /** "Kyrgyz State Medical Academy, Bishkek · University faculty". */
  affiliation?: string
  /** The human code, in groups. */
  code: string
  /** When, where, since when: whatever else is to be read off it. */
  facts: Fact[]
  /** What stands large at the right: "3rd", "of 11 waiting". */
  place?: { text: string; caption: string }
  /** Or a stub in its stead, which shows the code itself. */
  aside?: ReactNode
}

/** The ticket of a registration, printed well. */
export async function Ticket({ seed, name, native, affiliation, code, facts, place, aside }: TicketProps) {
  const t = await getTranslations('event.ticket')
  return (
    <article className="ticket" aria-label={t('label')}>
      <Ornament seed={seed} shape="strip" />
      <div className="ticket-in">
        <div>
          <h2>{name}</h2>
          {native?.text && (
            <p className="text-ink-soft" lang={native.lang}>
              {native.text}
            </p>
          )}
          {affiliation && <p className="text-sm text-ink-soft">{affiliation}</p>}
          <Facts
            facts={aside ? facts : [{ term: t('code'), value: <span className="ticket-code">{code}</span> }, ...facts]}
          />
        </div>
        {aside}
        {place && (
          <p className="ticket-place">
            <strong>{place.text}</strong> <span>{place.caption}</span>
          </p>
        )}
      </div>
    </article>
  )
}
