import type { ReactNode } from 'react'

/** What comes next, in order. */
export function Steps({ steps }: { steps: { title: string; text?: ReactNode }[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.title}>
          <h3>{step.title}</h3>
          {step.text && <p>{step.text}</p>}
        </li>
      ))}
    </ol>
  )
}
