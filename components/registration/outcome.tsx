import type { ReactNode } from 'react'
import { type Status, StatusMark } from '#components/ui/status-mark'

/** A registration's own page: how it stands, one sentence, then the ticket, what to do and what comes next. */
export function Outcome({
  status,
  word,
  title,
  text,
  children,
}: {
  status: Status
  word: string
  title: string
  text?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="outcome">
      <StatusMark status={status}>{word}</StatusMark>
      <h1>{title}</h1>
      {text && <p className="outcome-text">{text}</p>}
      {children}
    </div>
  )
}
