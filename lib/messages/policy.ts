import type { AttendeeStatus, MessageKind } from '#db/enums'

/** A letter before it is dressed: paragraphs, one link with its label, and facts. */
export type Letter = {
  subject: string
  paragraphs: string[]
  link?: { label: string; url: string }
  facts: { label: string; value: string }[]
  closing: string[]
}

export function asText({ paragraphs, link, facts, closing }: Letter): string {
  return [
    ...paragraphs,
    facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n'),
    link ? `${link.label}:\n${link.url}` : '',
    closing.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Plain HTML with inline styles, as mail programs want it: ink on paper, one lapis button, readable without images. */
export function asHtml(letter: Letter, locale: string): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`
  const facts = letter.facts
    .map(
      ({ label, value }) =>
        `<tr><td style="padding:4px 16px 4px 0;color:#6a6259;vertical-align:top">${escaped(label)}</td><td style="padding:4px 0">${escaped(value)}</td></tr>`,
    )
    .join('')
  const { link } = letter
  const button = link
    ? `<p style="margin:24px 0"><a href="${escaped(link.url)}" style="display:inline-block;padding:12px 24px;background:#1d438c;color:#fdfcf8;border-radius:3px;font-weight:600;text-decoration:none">${escaped(link.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#6a6259;word-break:break-all">${escaped(link.url)}</p>`
    : ''
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head><body style="margin:0;background:#faf7f0;color:#231d17;font:16px/1.5 'Source Sans 3','Segoe UI',Roboto,Arial,sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px 20px"><h1 style="margin:0 0 20px;font:500 24px/1.2 'Source Serif 4',Georgia,serif">${escaped(letter.subject)}</h1>${letter.paragraphs.map(paragraph).join('')}${facts ? `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${facts}</table>` : ''}${button}<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dfdad1;font-size:13px;color:#6a6259">${letter.closing.map(escaped).join('<br>')}</p></div></body></html>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The statuses in which a message is still true; one that the facts have overtaken is not sent. */
const TRUE_WHILE: Partial<Record<MessageKind, readonly AttendeeStatus[]>> = {
  received: ['pending'],
  unconfirmed: ['cancelled'],
  confirmed: ['confirmed'],
  promoted: ['confirmed'],
  waiting: ['waiting'],
  'moved-to-waiting': ['waiting'],
  offered: ['offered'],
  'offer-expired': ['waiting'],
  declined: ['declined'],
  cancelled: ['cancelled'],
}

export const isStillTrue = (kind: MessageKind, status: AttendeeStatus): boolean =>
  TRUE_WHILE[kind]?.includes(status) ?? true
