import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskNav, type DeskNavGroup } from '#components/frame/desk-nav'
import { Languages } from '#components/frame/languages'
import { Brand } from '#components/ui/brand'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

export type DeskFrameProps = {
  children: ReactNode
  /** The event one works on; none where one chooses among them. */
  event?: { title: string; lang?: string; href: string; when: string }
  /** Groups of ways, a hairline between. */
  nav: DeskNavGroup[]
  user: { name: string; role: string }
  /** The form that signs out, its button a small plain one. */
  signOut: ReactNode
  isExample?: boolean
}

/** The desk: a rail on the left from 1000 px on, else a bar with a menu that opens without script too. */
export async function DeskFrame({ children, event, nav, user, signOut, isExample }: DeskFrameProps) {
  const t = await getTranslations('ui')
  const label = event?.title ?? t('desk.events')
  const foot = (
    <div className="rail-foot">
      <div>
        {user.name}
        <br />
        {user.role}
      </div>
      {signOut}
      <Languages />
      {isExample && <p className="example">{t('foot.example')}</p>}
    </div>
  )
  return (
    <>
      <header className="desk-top">
        <details className="desk-menu">
          <summary aria-label={t('desk.menu')}>
            <Icon name="menu" />
          </summary>
          <div>
            {event && <RailEvent {...event} />}
            <DeskNav label={label} groups={nav} />
            {foot}
          </div>
        </details>
        <Brand name={t('product')} href="/desk" />
        {event && <span className="desk-top-note">{event.when}</span>}
      </header>
      <div className="desk">
        <aside className="rail" aria-label={t('desk.rail')}>
          <Brand name={t('product')} href="/desk" />
          {event && <RailEvent {...event} />}
          <DeskNav label={label} groups={nav} />
          {foot}
        </aside>
        <main id="main" tabIndex={-1} className="desk-main">
          {children}
        </main>
      </div>
    </>
  )
}

function RailEvent({ title, lang, href, when }: NonNullable<DeskFrameProps['event']>) {
  return (
    <div>
      <Link className="rail-event" href={href} lang={lang}>
        {title}
      </Link>
      <p className="text-xs text-ink-faint">{when}</p>
    </div>
  )
}
