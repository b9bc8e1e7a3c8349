import type { ReactNode } from 'react'
import { Stub, type StubProps } from '#components/registration/stub'

/** A page with the event's stub beside it, or above it on phones: the form, and whatever follows from it. */
export function WithStub({ stub, children }: { stub: StubProps; children: ReactNode }) {
  return (
    <div className="with-stub">
      <Stub {...stub} />
      <div className="with-stub-main">{children}</div>
    </div>
  )
}
