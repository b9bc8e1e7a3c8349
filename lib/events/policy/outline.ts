/** One line of the programme. `starts` and `ends` are `HH:MM`; an entry without a time belongs to the one before it. */
export type OutlineEntry = {
  starts: string | null
  ends: string | null
  /** Markdown of one line. */
  title: string
  /** What follows the title after a middle dot: the room, the speakers. Markdown of one line. */
  detail: string
  /** Markdown of the lines indented under it. */
  more: string
}

export type OutlinePart =
  | { kind: 'text'; markdown: string }
  /** `before` and `after` are the Markdown around the timed list; `title` is empty where the programme has no headings. */
  | { kind: 'day'; title: string; before: string; entries: OutlineEntry[]; after: string }

/**
 * The programme's outline as organizers write it: Markdown, in which a list whose items begin with a time is a day.
 *
 *     ### Wednesday, 23 April
 *     - 09:00 Registration and tea · Foyer
 *     - 10:00–10:30 Opening · Main hall
 *
 * Whatever else stands there stays Markdown.
 */
export function outlineParts(outline: string): OutlinePart[] {
  const parts: OutlinePart[] = []
  for (const section of sections(outline.replaceAll('\r\n', '\n').split('\n'))) {
    const part = dayOf(section) ?? { kind: 'text' as const, markdown: section.join('\n').trim() }
    const last = parts.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') last.markdown = `${last.markdown}\n\n${part.markdown}`.trim()
    else if (part.kind === 'day' || part.markdown) parts.push(part)
  }
  return parts
}

/** Each heading with what stands under it; what stands before the first one is a section too. */
function sections(lines: string[]): string[][] {
  const found: string[][] = [[]]
  for (const line of lines) {
    if (HEADING.test(line)) found.push([])
    found.at(-1)?.push(line)
  }
  return found
}

function dayOf(section: string[]): OutlinePart | null {
  const heading = HEADING.exec(section[0] ?? '')?.[1]
    ?.trimEnd()
    .replace(/#+$/, '')
    .trimEnd()
  const body = heading === undefined ? section : section.slice(1)
  const first = body.findIndex((line) => TIMED.test(line))
  if (first < 0) return null
  const length = body.slice(first).findIndex((line) => line.trim() !== '' && !ITEM.test(line) && !/^\s/.test(line))
  const end = length < 0 ? body.length : first + length
  return {
    kind: 'day',
    title: heading ?? '',
    before: body.slice(0, first).join('\n').trim(),
    entries: entriesOf(body.slice(first, end)),
    after: body.slice(end).join('\n').trim(),
  }
}

function entriesOf(lines: string[]): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const line of lines) {
    const item = ITEM.exec(line)?.[1]
    const last = entries.at(-1)
    if (item !== undefined) entries.push(entryOf(item))
    else if (last) last.more += `${line.trim()}\n`
  }
  return entries.map((entry) => ({ ...entry, more: entry.more.trim() }))
}

function entryOf(item: string): OutlineEntry {
  const [, starts, ends, rest = ''] = TIME.exec(item) ?? [null, null, null, item]
  const [title = '', ...details] = rest.split(/\s+·\s+/)
  return { starts: clock(starts), ends: clock(ends), title: title.trim(), detail: details.join(' · ').trim(), more: '' }
}

const clock = (time: string | null | undefined) => time?.replace('.', ':').padStart(5, '0') ?? null

const HEADING = /^#{1,6}\s+(.*)$/
const ITEM = /^[-*+]\s+(.*)$/
const HOUR = '(?:[01]?\\d|2[0-3])[:.][0-5]\\d'
const TIME = new RegExp(`^(${HOUR})(?:\\s*[-–—]\\s*(${HOUR}))?(?=\\s|$)\\s*(.*)$`)
const TIMED = new RegExp(`^[-*+]\\s+${HOUR}(?=\\s|$|[-–—])`)
