import type { ReactNode } from 'react'
import { Ornament } from '#components/ornament/ornament'

/** One thing said in full: a title, a sentence, what to do, and a piece of cloth beside it. */
export function Thought({
  title,
  text,
  actions,
  reference,
  seed = 'serai',
}: {
  title: string
  text: ReactNode
  actions?: ReactNode
  reference?: ReactNode
  seed?: string
}) {
  return (
    <div className="thought">
      <div>
        <h1>{title}</h1>
        <p>{text}</p>
        {actions && <div className="actions">{actions}</div>}
        {reference && <p className="reference">{reference}</p>}
      </div>
      <Ornament seed={seed} shape="panel" narrow="band" />
    </div>
  )
}
