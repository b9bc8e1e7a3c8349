'use client'
import { createContext, type ReactNode, useContext } from 'react'

/** What the error page says. It is a client component and gets its words on the way, as next-intl would weigh too much. */
export type ErrorTexts = {
  product: string
  title: string
  text: string
  again: string
  home: string
  reference: string
}

const Context = createContext<ErrorTexts | null>(null)

export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>
}

export const useErrorTexts = () => useContext(Context)
