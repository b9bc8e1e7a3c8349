import { OutlineDay } from '#components/event/outline-day'
import { Prose } from '#components/event/prose'
import type { Localized } from '#lib/events/policy'
import { type OutlinePart, outlineParts } from '#lib/events/policy/outline'
import { markdown } from '#lib/markdown'

/** The programme: days beside each other as in a printed one, and whatever else the organizer wrote in running text. */
export function Outline({ outline }: { outline: Localized }) {
  const { lang, text } = outline
  return groups(outlineParts(text)).map((parts) =>
    parts[0]?.kind === 'day' ? (
      <div className={parts.some(hasRange) ? 'days days-ranges' : 'days'} key={keyOf(parts)} lang={lang}>
        {parts.map((day) => day.kind === 'day' && <OutlineDay key={day.title} day={day} />)}
      </div>
    ) : (
      <Prose key={keyOf(parts)} html={{ text: markdown(keyOf(parts)), lang }} />
    ),
  )
}

/** Days that follow each other stand together. */
function groups(parts: OutlinePart[]): OutlinePart[][] {
  const found: OutlinePart[][] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (part.kind === 'day' && last?.[0]?.kind === 'day') last.push(part)
    else found.push([part])
  }
  return found
}

/** Whether an hour tells its end too: then all days leave room for that. */
const hasRange = (part: OutlinePart) => part.kind === 'day' && part.entries.some((entry) => entry.ends !== null)

const keyOf = (parts: OutlinePart[]) => parts.map((part) => (part.kind === 'day' ? part.title : part.markdown)).join()
