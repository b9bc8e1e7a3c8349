import { Cell } from '#components/ui/table'

/** An answer in the list, cut where it is long. On a phone, where the head of its column is away, the question stands before it. */
export function AnswerCell({ label, text }: { label: string; text: string }) {
  if (text === '')
    return (
      <Cell fold="away">
        <span />
      </Cell>
    )
  return (
    <Cell fold="body">
      <span className="answer-cut">
        <span className="answer-of" aria-hidden="true">
          {label}:{' '}
        </span>
        {text}
      </span>
    </Cell>
  )
}
