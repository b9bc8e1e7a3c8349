import type { Localized } from '#lib/events/policy'

/** Running text. `html` must come from `markdown()`, which lets nothing of the author's own HTML through. */
export function Prose({ html }: { html: Localized }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by markdown()
  return <div className="prose" lang={html.lang} dangerouslySetInnerHTML={{ __html: html.text }} />
}
