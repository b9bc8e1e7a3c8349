import type { CSSProperties } from 'react'
import { ACCENT_GROUNDS, accentTokens } from '#lib/events/policy/accent'

/** What becomes of a colour on light and on dark paper: a link and a button as people will see them, and the colour's name. */
export function AccentSample({
  accent,
  words,
}: {
  accent: string
  words: Record<'preview' | 'light' | 'dark' | 'link' | 'button', string>
}) {
  const looks = accentTokens(accent)
  return (
    <figure className="accent-sample">
      <figcaption>{words.preview}</figcaption>
      {(['light', 'dark'] as const).map((look) => {
        const { lapis, on } = looks[look]
        const { paper, ink } = ACCENT_GROUNDS[look]
        const style = { '--sample': lapis, '--sample-on': on, '--sample-paper': paper, '--sample-ink': ink }
        return (
          <p key={look} style={style as CSSProperties}>
            <span>{words[look]}</span>
            <span className="accent-sample-link">{words.link}</span>
            <span className="accent-sample-button">{words.button}</span>
            <code>{lapis}</code>
          </p>
        )
      })}
    </figure>
  )
}
