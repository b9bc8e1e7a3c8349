import { markdown } from '#lib/markdown'
import type { Letter } from '#lib/messages/policy/letter'
import { darkStyles, HEM_SIZE, hem, type MailColours, mailColours } from '#lib/messages/policy/look'

const SANS = `'Source Sans 3','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`
const SERIF = `'Source Serif 4',Georgia,'Times New Roman',serif`

/**
 * A letter as mail programs want it: tables and inline styles, nothing to load, a few rules for those who read in the dark.
 * @param fragment for a page that shows it: without the document around it, and with a lower heading
 */
export function asHtml(letter: Letter, { fragment = false } = {}): string {
  const { light, dark } = mailColours(letter.event?.accent ?? '')
  const sheet = letterSheet(letter, light, fragment ? { heading: 'h3', pad: 24 } : { heading: 'h1', pad: 40 })
  if (fragment) return `<div style="background:${light.paper};padding:16px 12px">${sheet}</div>`
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(letter.subject)}</title>`,
    `<style>:root{color-scheme:light dark;supported-color-schemes:light dark}${darkStyles(dark)}@media (max-width:480px){.m-pad{padding-left:20px!important;padding-right:20px!important}.m-paper{padding:0!important}}</style>`,
  ].join('')
  return `<!doctype html><html lang="${letter.locale}"><head>${head}</head><body class="m-paper" style="margin:0;padding:0;background:${light.paper}">${preview(letter)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="m-paper" align="center" style="padding:24px 12px;background:${light.paper}">${sheet}</td></tr></table></body></html>`
}

/** What lists of mail show behind the subject: how it begins, not what stands in its head. */
const preview = ({ headline, event }: Letter): string =>
  `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped([headline, event?.when, event?.where].filter(Boolean).join(' · '))}${'&#8199;&#847;'.repeat(40)}</div>`

function letterSheet(
  letter: Letter,
  colours: MailColours,
  { heading, pad }: { heading: 'h1' | 'h3'; pad: number },
): string {
  const { event, test, quote, changes = [], notes = [], link, facts, closing } = letter
  const { sheet, ink, soft, faint, line, accent, on, wash } = colours
  const row = (content: string, padding: string) =>
    content && `<tr><td class="m-pad" style="padding:${padding} ${pad}px 0">${content}</td></tr>`
  const text = (content: string, style = '') =>
    `<p class="m-ink" style="margin:0 0 14px;color:${ink};${style}">${content}</p>`
  const title = event
    ? `<p class="m-accent" lang="${event.lang}" style="margin:0;color:${accent};font-size:17px;line-height:1.35;font-weight:600">${escaped(event.title)}</p><p class="m-soft" style="margin:3px 0 0;color:${soft};font-size:15px;line-height:1.4">${[event.when, event.where].filter(Boolean).map(escaped).join(' · ')}</p>`
    : `<p class="m-accent" style="margin:0;color:${accent};font-family:${SERIF};font-size:20px;line-height:1.3">Serai</p>`
  const parts = [
    test &&
      row(
        `<p class="m-wash m-ink" style="margin:0;padding:10px 14px;background:${wash};color:${ink};font-size:14px;line-height:1.45;border-left:3px solid ${accent}">${escaped(test)}</p>`,
        '18px',
      ),
    row(title, '22px'),
    row(
      `<${heading} class="m-ink" style="margin:0;color:${ink};font:500 28px/1.2 ${SERIF};letter-spacing:-.01em">${escaped(letter.headline)}</${heading}>`,
      '22px',
    ),
    row(prose(letter.body, colours), '16px'),
    quote &&
      row(
        `<div class="m-wash" style="margin:4px 0 14px;padding:12px 16px;background:${wash};border-left:3px solid ${accent}"><p class="m-soft" style="margin:0 0 4px;color:${soft};font-size:14px">${escaped(quote.label)}</p><p class="m-ink" style="margin:0;color:${ink};white-space:pre-line">${escaped(quote.text)}</p></div>`,
        '0',
      ),
    changes.length > 0 && row(changed(changes, colours), '0'),
    notes.length > 0 && row(notes.map((note) => text(escaped(note))).join(''), '0'),
    link &&
      row(
        `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="m-button" bgcolor="${accent}" style="padding:0;border-radius:3px;background:${accent}"><a class="m-on" href="${escaped(link.url)}" style="display:inline-block;padding:13px 26px;color:${on};font-size:17px;line-height:1.2;font-weight:600;text-decoration:none">${escaped(link.label)}</a></td></tr></table>`,
        '10px',
      ),
    facts.length > 0 && row(ticket(letter, colours), '26px'),
    row(
      `<div class="m-faint m-rule" style="padding-top:16px;border-top:1px solid ${line};color:${faint};font-size:14px;line-height:1.5">${[...(link ? [`<span style="word-break:break-all">${escaped(link.label)}: ${escaped(link.url)}</span>`] : []), ...closing.map(linked)].map((line) => `<p style="margin:0 0 6px">${line}</p>`).join('')}</div>`,
      '26px',
    ),
  ]
  const band = `<tr><td class="m-hem" bgcolor="${accent}" style="padding:0;height:27px;line-height:27px;font-size:0;background-color:${accent};background-image:${hem(sheet)};background-size:${HEM_SIZE};background-position:50% 100%;background-repeat:repeat-x">&nbsp;</td></tr>`
  return `<table role="presentation" class="m-sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;background:${sheet};border:1px solid ${line};border-top:0;border-collapse:separate;text-align:left;color:${ink};font:17px/1.5 ${SANS}">${band}${parts.filter(Boolean).join('')}<tr><td style="padding:0;height:22px;line-height:22px;font-size:0">&nbsp;</td></tr></table>`
}

/** Markdown with its styles on each element; nothing in it is anybody's own HTML. */
function prose(body: string, { ink, accent }: MailColours): string {
  const block = 'margin:0 0 14px'
  const html = markdown(body)
    .replaceAll('<p>', `<p style="${block}">`)
    .replace(/<(ul|ol|pre|blockquote|h\d)>/g, `<$1 style="${block}">`)
    .replaceAll('<a ', `<a style="color:${accent};text-decoration:underline" `)
  return `<div class="m-prose m-ink" style="color:${ink};overflow-wrap:anywhere">${html}</div>`
}

/** What reads otherwise: how it is now, and how it was. */
function changed(changes: NonNullable<Letter['changes']>, { ink, soft, faint, line }: MailColours): string {
  const rows = changes.map(
    ({ label, before, after }) =>
      `<tr><td class="m-soft m-rule" style="padding:9px 18px 9px 0;border-top:1px solid ${line};color:${soft};font-size:15px;vertical-align:baseline;width:32%">${escaped(label)}</td><td class="m-ink m-rule" style="padding:9px 0;border-top:1px solid ${line};color:${ink};vertical-align:baseline;overflow-wrap:anywhere">${escaped(after)}${before ? `<br><span class="m-faint" style="color:${faint};font-size:15px;text-decoration:line-through">${escaped(before)}</span>` : ''}</td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:2px 0 18px;border-collapse:collapse;border-bottom:1px solid ${line}" class="m-rule">${rows.join('')}</table>`
}

/** What one shows at the door and needs on the way. */
function ticket({ facts }: Letter, { ink, soft, line }: MailColours): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td class="m-soft" style="padding:4px 18px 4px 0;color:${soft};font-size:15px;vertical-align:baseline;white-space:nowrap">${escaped(label)}</td><td class="m-ink" style="padding:4px 0;color:${ink};vertical-align:baseline;width:100%;overflow-wrap:anywhere">${/^https:\/\/\S+$/.test(value) ? linked(value) : escaped(value)}</td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="m-rule" style="border-top:1px solid ${line};border-collapse:separate;padding-top:14px">${rows.join('')}</table>`
}

/** Plain text of ours whose addresses can be pressed; what people typed is never looked through for any. */
const linked = (text: string): string =>
  escaped(text)
    .replace(/https:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:inherit;word-break:break-all">${url}</a>`)
    .replace(
      /(?<![/\w.@])[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
      (to) => `<a href="mailto:${to}" style="color:inherit">${to}</a>`,
    )

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
