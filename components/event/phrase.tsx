import { markdown } from '#lib/markdown'

/** One line of Markdown within a line of the page: its links and stress; what would be more than a line stays as typed. */
export function Phrase({ text }: { text: string }) {
  const html = /^<p>(.*)<\/p>$/s.exec(markdown(text).trim())?.[1]
  if (html === undefined || html.includes('<p>')) return text
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by markdown()
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
