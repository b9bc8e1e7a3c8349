import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link'
import type { Actor } from '#lib/auth/actor'
import { env } from '#lib/env'
import { shortInstant } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import { mailOutage } from '#lib/mail/breaker'
import { unsentCount } from '#lib/messages/queries/mail'

type Props = { actor: Actor; event: { id: string; slug: string; timeZone: string } }

/** Said on every page of an event's desk while no mail goes out: none is set up, or the server is away. What is written waits, and can be read. */
export async function NoMailServer({ actor, event }: Props) {
  const away = env().smtpUrl ? mailOutage() : undefined
  if (env().smtpUrl && !away) return null
  const [t, count, locale] = await Promise.all([
    getTranslations('mailings.noServer'),
    unsentCount(actor, event.id),
    readerLocale(),
  ])
  return (
    <Strip href={`/desk/${event.slug}/mail`} show={t('show')}>
      <strong>{away ? t('away', { since: shortInstant(away.since, event.timeZone, locale) }) : t('title')}</strong>{' '}
      {t('text', { count })}
    </Strip>
  )
}

function Strip({ href, show, children }: { href: string; show: string; children: ReactNode }) {
  return (
    <div className="no-mail-server">
      <p>
        {children} <Link href={href}>{show}</Link>
      </p>
    </div>
  )
}
