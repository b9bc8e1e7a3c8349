import { ButtonLink } from '#components/ui/button'

/** On phones, the cover's button again at the foot of the screen, while that one is out of sight (components/enhance/dock.ts). */
export function RegisterDock({
  href,
  button,
  words,
  note,
  label,
}: {
  href: string
  button: string
  words: string
  note: string | null
  label: string
}) {
  return (
    <aside className="dock" aria-label={label} hidden>
      <p>
        <strong>{words}</strong>
        {note && <span className="text-xs text-ink-soft">{note}</span>}
      </p>
      <ButtonLink variant="primary" href={href}>
        {button}
      </ButtonLink>
    </aside>
  )
}
