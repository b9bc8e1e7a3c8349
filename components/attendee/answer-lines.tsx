import { Icon } from '#components/ui/icon'
import { SENDS_FILE } from '#lib/forms/policy/question'
import type { AnswerLine } from '#lib/rosters/policy/answers'

/** Questions and what was answered. `open` is the word for what is required and not answered. */
export function AnswerLines({
  lines,
  locale,
  open,
}: {
  lines: readonly AnswerLine[]
  /** The language of the page: a question in another says so. */
  locale: string
  open: string
}) {
  return (
    <dl className="facts facts-rows answers">
      {lines.map((line) => (
        <div key={line.id}>
          <dt lang={line.label.lang === locale ? undefined : line.label.lang}>{line.label.text}</dt>
          <dd>{line.open ? <span className="answer-open">{open}</span> : <Said {...line} />}</dd>
        </div>
      ))}
    </dl>
  )
}

function Said({ kind, text, href }: AnswerLine) {
  if (SENDS_FILE.includes(kind) && href)
    return (
      <a href={href} download>
        <Icon name="download" /> {text}
      </a>
    )
  if (kind === 'url' && href)
    return (
      <a href={href} rel="noreferrer nofollow">
        {text}
      </a>
    )
  if (href) return <a href={href}>{text}</a>
  return kind === 'long' ? <span className="answer-long">{text}</span> : text
}
