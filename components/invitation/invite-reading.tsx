'use client'
import { useEffect, useRef } from 'react'
import type { InviteFormProps } from '#components/invitation/invite-form'
import type { Reading } from '#lib/invitations/policy/reading'

/** What was read and what will be done to how many. Takes the focus, unless an error does; `autofocus` does it where no script runs. */
export function InviteReading({
  reading,
  words,
  arrive,
}: {
  reading: Reading
  words: InviteFormProps['words']
  arrive: boolean
}) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (arrive) box.current?.focus()
  }, [arrive])
  const { people, problems, skipped } = reading
  return (
    <section ref={box} className="reading" aria-labelledby="reading" tabIndex={-1} autoFocus={arrive}>
      <h2 id="reading">{reading.title}</h2>
      {reading.changed && <p className="reading-changed">{reading.changed}</p>}
      {people.length > 0 && <p>{reading.effect}</p>}
      {problems.length > 0 && (
        <div className="notice notice-error">
          <h3 className="notice-title">{reading.problemsTitle}</h3>
          <p>{words.problemsHint}</p>
          <ul className="reading-lines">
            {problems.map(({ line, text }) => (
              <li key={line}>
                <strong>{line}</strong> <q>{text}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
      {skipped.length > 0 && (
        <div className="notice">
          <h3 className="notice-title">{reading.skippedTitle}</h3>
          <ul className="reading-lines">
            {skipped.map(({ email, why }) => (
              <li key={`${email} ${why}`}>
                <strong>{email}</strong> {why}
              </li>
            ))}
          </ul>
        </div>
      )}
      {people.length > 0 && (
        <div className="reading-people">
          <p className="field-hint" id="reading-hint">
            {words.readHint}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <div className="reading-scroll" role="region" aria-labelledby="reading-hint" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.givenName}</th>
                  <th scope="col">{words.familyName}</th>
                  <th scope="col">{words.email}</th>
                </tr>
              </thead>
              <tbody>
                {people.map(({ email, givenName, familyName }) => (
                  <tr key={email}>
                    <td>{givenName}</td>
                    <td>{familyName}</td>
                    <td>{email}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  )
}
