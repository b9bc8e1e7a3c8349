import { describe, expect, it } from 'vitest'
import { markdown, plainProse } from '#lib/markdown'

describe('markdown', () => {
  it('renders paragraphs, lists, links and tables', () => {
    expect(markdown('Два дня.\n\n- Mobility\n- Health')).toBe(
      '<p>Два дня.</p>\n<ul>\n<li>Mobility</li>\n<li>Health</li>\n</ul>\n',
    )
    expect(markdown('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>1</td>')
    expect(markdown('[the map](/e/x#map)')).toBe('<p><a href="/e/x#map">the map</a></p>\n')
  })

  it('sends no referrer along with links that leave', () => {
    expect(markdown('[ROR](https://ror.org)')).toContain('<a href="https://ror.org" rel="noopener noreferrer">')
    expect(markdown('https://ror.org')).toContain('rel="noopener noreferrer"')
  })

  it('gives headings levels that follow the page’s own, without a gap', () => {
    expect(markdown('# Visa\n\n### Letters\n\n# Hotels')).toMatch(
      /<h3>Visa<\/h3>\s*<h4>Letters<\/h4>\s*<h3>Hotels<\/h3>/,
    )
    expect(markdown('### Languages', 2)).toBe('<h2>Languages</h2>\n')
  })

  it('draws no image', () => {
    expect(markdown('![a map](https://example.org/map.png)')).not.toContain('<img')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    '![x](javascript:alert(1))',
    '![x](x"onerror="alert(1))',
    '[x](https://e.example "\\" onmouseover=\\"alert(1)")',
    '[x]: javascript:alert(1)\n\n[x]',
    '```<script>\nalert(1)\n```',
    '``` " onclick="alert(1)\nx\n```',
    '<svg/onload=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '| <script> |\n|---|\n| x |',
  ])('keeps %j harmless', (text) => {
    const html = markdown(text)
    const tags = html.match(/<[^>]*>/g)?.join('') ?? ''
    expect(tags).not.toMatch(/<(script|img|svg|iframe|style)/i)
    expect(tags.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i)
    expect(tags).not.toMatch(/href="(?!https?:|mailto:|tel:|#|\/[^/\\])/i)
  })
})

it.each([
  ['One *two*\nthree **four** `five`', 'One two\nthree four five'],
  ['A\n\nB', 'A\n\nB'],
  ['See [the page](https://a.example/b)', 'See the page (https://a.example/b)'],
  ['https://a.example and <b@c.example>', 'https://a.example and b@c.example'],
  ['[Write](mailto:b@c.example)', 'Write (b@c.example)'],
  ['Two:\n\n- a\n- b\n\nc', 'Two:\n\n– a\n– b\n\nc'],
  ['3. a\n4. b', '3. a\n4. b'],
  ['- a\n\n- b', '– a\n\n– b'],
  ['- a\n\n\n1. b', '– a\n1. b'],
  ['# Title\n> said', 'Title\n\nsaid'],
  ['    code <b>', 'code <b>'],
  ['1 \\* 2 &amp; <b>3</b>', '1 * 2 & <b>3</b>'],
])('%j is plainly %j', (text, plain) => expect(plainProse(text)).toBe(plain))
