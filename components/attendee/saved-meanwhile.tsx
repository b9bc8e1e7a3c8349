'use client'
import { useEffect, useRef } from 'react'

type Entry = { key: string; title: string; changes: string[] }

/** What others saved while the form was open. Takes the focus; `autofocus` does it where no script runs. */
export function SavedMeanwhile({ title, text, entries }: { title: string; text: string; entries: Entry[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="notice" role="alert" tabIndex={-1} autoFocus>
      <h2 className="notice-title">{title}</h2>
      <p>{text}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.title}
            {entry.changes.map((change) => (
              <strong key={change}>{change}</strong>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
