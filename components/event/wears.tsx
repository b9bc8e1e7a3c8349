import type { CSSProperties, ReactNode } from 'react'
import { accentTokens, LOOKS } from '#lib/events/policy/accent'

/** What stands inside wears the event's accent, `#rrggbb`, in every look; without one it is as it was. */
export function Wears({ accent, children }: { accent?: string; children: ReactNode }) {
  if (!accent) return children
  return (
    <div className="wears" style={accentStyle(accent)}>
      {children}
    </div>
  )
}

/** The tokens by look, `--light-lapis`, as a style attribute; app/styles/people.css chooses among them. */
export function accentStyle(accent: string): CSSProperties {
  const looks = accentTokens(accent)
  return Object.fromEntries(
    LOOKS.flatMap((look) => Object.entries(looks[look]).map(([token, value]) => [`--${look}-${token}`, value])),
  )
}
