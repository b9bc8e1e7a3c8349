import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Wears } from '#components/event/wears'
import { Languages } from '#components/frame/languages'
import { PublicFoot, type PublicFootProps } from '#components/frame/public-foot'
import { Brand } from '#components/ui/brand'
import { Enhance } from '#components/ui/enhance'
import { Link } from '#components/ui/link'

/**
 * A public page: head, main, foot. `link` is the one way on in the head, "My registration" unless said otherwise. With
 * `over` the head lies on the page's cover, which leaves room for it; `alone` pages work without the framework's script.
 * `accent` is the event's own, `#rrggbb`.
 */
export async function PublicFrame({
  children,
  link,
  over,
  alone,
  accent,
  ...foot
}: {
  children: ReactNode
  link?: { label: string; href: string }
  over?: boolean
  alone?: boolean
  accent?: string
} & PublicFootProps) {
  const t = await getTranslations('ui')
  const way = link ?? { label: t('myRegistration'), href: '/link' }
  return (
    <Wears accent={accent}>
      <header className={over ? 'public-top public-top-over' : 'public-top'}>
        <Brand name={t('product')} />
        <Link href={way.href}>{way.label}</Link>
        <Languages />
      </header>
      <main id="main" tabIndex={-1} className="public-main">
        {children}
      </main>
      <PublicFoot {...foot} />
      <Enhance alone={alone} />
    </Wears>
  )
}
