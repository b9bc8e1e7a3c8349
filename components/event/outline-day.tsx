import { Phrase } from '#components/event/phrase'
import type { OutlineEntry, OutlinePart } from '#lib/events/policy/outline'
import { markdown } from '#lib/markdown'

/** One day of the programme: what begins when, and where. */
export function OutlineDay({ day }: { day: Extract<OutlinePart, { kind: 'day' }> }) {
  return (
    <div className="day">
      {day.title && (
        <h3>
          <Phrase text={day.title} />
        </h3>
      )}
      <Around text={day.before} />
      <ol>
        {day.entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the day
          <Entry key={place} entry={entry} />
        ))}
      </ol>
      <Around text={day.after} />
    </div>
  )
}

function Entry({ entry: { starts, ends, title, detail, more } }: { entry: OutlineEntry }) {
  return (
    <li>
      <p className="day-time">
        {starts && <time dateTime={starts}>{starts}</time>}
        {ends && (
          <>
            –<time dateTime={ends}>{ends}</time>
          </>
        )}
      </p>
      <div>
        <p className="day-title">
          <Phrase text={title} />
        </p>
        {detail && (
          <p className="day-detail">
            <Phrase text={detail} />
          </p>
        )}
        <Around text={more} />
      </div>
    </li>
  )
}

function Around({ text }: { text: string }) {
  if (!text) return null
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by markdown()
  return <div className="prose day-detail" dangerouslySetInnerHTML={{ __html: markdown(text, 4) }} />
}
