import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { EventOfDesk } from '#components/desk/desk-page'
import { LifeStatus } from '#components/setup/life-status'
import { Link } from '#components/ui/link'
import { env } from '#lib/env'

/** Which event, how it stands, and where the public finds it. */
export async function LifeHead({ event, children }: { event: EventOfDesk; children: ReactNode }) {
  const t = await getTranslations('setup.life')
  const { title } = event.texts
  const path = `/e/${event.slug}`
  const url = env().url + path
  return (
    <div className="record-head life-head">
      <div className="record-title">
        <h1 lang={title.lang}>{title.text}</h1>
      </div>
      <p>
        <LifeStatus status={event.status}>{t(`status.${event.status}`)}</LifeStatus>{' '}
        <span className="life-means">{t(`status.${event.status}Text`)}</span>
      </p>
      <p className="life-address">
        {t('overview.address')}: {event.status === 'published' ? <Link href={path}>{url}</Link> : url}
      </p>
      {children}
    </div>
  )
}
