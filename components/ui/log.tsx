import type { ReactNode } from 'react'

export type LogEntry = { key: string; at: string; when: string; text: ReactNode; detail?: ReactNode }

/** What happened and when, oldest or newest first as given. `at` is the machine's time, `when` the reader's. */
export function Log({ entries }: { entries: LogEntry[] }) {
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.at}>{entry.when}</time>
          <span>
            {entry.text}
            {entry.detail && <span className="log-detail">{entry.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
