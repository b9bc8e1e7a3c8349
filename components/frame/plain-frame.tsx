import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Languages } from '#components/frame/languages'
import { Brand } from '#components/ui/brand'

/** A page of one thought: a sign-in, a question, an error. Only the brand and the languages stand beside it. */
export async function PlainFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations('ui')
  return (
    <>
      <header className="public-top">
        <Brand name={t('product')} />
        <Languages />
      </header>
      <main id="main" tabIndex={-1} className="plain-main">
        {children}
      </main>
    </>
  )
}
