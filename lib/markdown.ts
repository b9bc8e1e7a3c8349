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

/** The same text without its marks, for the plain part of a mail: where words link to an address, it stands behind them. */
export function plainProse(text: string): string {
  let plain = ''
  let mark = ''
  let [tight, wasTight] = [false, false]
  for (const { type, info, hidden, content, children } of md.parse(text, {})) {
    if (type === 'list_item_open') mark = info ? `${info}. ` : '– '
    // The items of a list that has no blank lines between them.
    if (type === 'paragraph_open') tight = hidden
    if (type !== 'inline' && type !== 'fence' && type !== 'code_block') continue
    const apart = mark && tight && wasTight ? '\n' : '\n\n'
    plain += (plain && apart) + mark + (children ? plainInline(children) : content.trimEnd())
    mark = ''
    wasTight = tight
    tight = false
  }
  return plain
}

function plainInline(tokens: readonly Token[]): string {
  let text = ''
  let link = { href: '', from: 0 }
  for (const { type, content, attrs } of tokens) {
    if (type === 'link_open') link = { href: String(new Map(attrs).get('href') ?? ''), from: text.length }
    else if (type === 'link_close') {
      const shown = link.href.replace(/^(mailto|tel):/, '')
      if (text.slice(link.from) !== shown) text += ` (${shown})`
    } else text += type === 'softbreak' || type === 'hardbreak' ? '\n' : content
  }
  return text
}

function settleHeadings(tokens: Token[], first: number): void {
  const all = tokens.filter((token) => token.type === 'heading_open' || token.type === 'heading_close')
  const used = [...new Set(all.map((token) => token.tag))].sort()
  for (const token of all) token.tag = `h${Math.min(6, first + used.indexOf(token.tag))}`
}
