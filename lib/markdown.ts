import 'server-only'
import MarkdownIt, { type Token } from 'markdown-it'

const md = new MarkdownIt('default', { html: false, linkify: true }).disable('image')

// Nothing but addresses that a browser opens or a person writes to, and places on this site.
md.validateLink = (url) => /^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i.test(url.trim())

md.core.ruler.push('links', ({ tokens }) => {
  for (const token of tokens.flatMap((block) => block.children ?? []))
    if (token.type === 'link_open' && /^https?:/i.test(String(token.attrGet('href'))))
      token.attrSet('rel', 'noopener noreferrer')
})

/**
 * The HTML of an organizer's Markdown. Its own HTML and images come out as plain text.
 * @param headings the level of its highest headings on the page; the others follow without a gap
 */
export function markdown(text: string, headings: 2 | 3 | 4 = 3): string {
  const env = {}
  const tokens = md.parse(text, env)
  settleHeadings(tokens, headings)
  return md.renderer.render(tokens, md.options, env)
}

function settleHeadings(tokens: Token[], first: number): void {
  const all = tokens.filter((token) => token.type === 'heading_open' || token.type === 'heading_close')
  const used = [...new Set(all.map((token) => token.tag))].sort()
  for (const token of all) token.tag = `h${Math.min(6, first + used.indexOf(token.tag))}`
}
