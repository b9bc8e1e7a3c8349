import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import type { Actor } from '#lib/auth/actor'
import { env } from '#lib/env'
import { shortInstant } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'
import { mailOutage } from '#lib/mail/breaker'
import { unsentCount } from '#lib/messages/queries/mail'
import { mailHome } from '#lib/messages/schema/mail-list'

type Props = { actor: Actor; admin: boolean; event: { id: string; slug: string; timeZone: string } | undefined }

/** Said on every page of the desk while no mail goes out: no server is set up, or it is away. What is written waits, and can be read. */
export async function NoMailServer({ actor, admin, event }: Props) {
  const away = env().smtpUrl ? mailOutage() : undefined
  if (env().smtpUrl && !away) return null
  const [t, count, locale] = await Promise.all([
    getTranslations('mailings.noServer'),
    event ? unsentCount(actor, event.id) : 0,
    readerLocale(),
  ])
  const since = away && (event ? shortInstant(away.since, event.timeZone, locale) : utc(away.since, locale))
  return (
    <div className="no-mail-server">
      <p>
        <strong>{since ? t('away', { since }) : t('title')}</strong> {event ? t('text', { count }) : t('textAll')}{' '}
        {(event || admin) && <Link href={mailHome(event?.slug ?? '')}>{t('show')}</Link>}
      </p>
    </div>
  )
}

/** Where no event says whose time it is. */
const utc = (at: Date, locale: Locale) => `${shortInstant(at, 'UTC', locale)} (UTC)`
