import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import type { Actor } from '#lib/auth/actor'
import { env } from '#lib/env'
import { unsentCount } from '#lib/messages/queries/mail'

/** Said on every page of an event's desk while no mail server is set up: what is written waits, and can be read. */
export async function NoMailServer({ actor, event }: { actor: Actor; event: { id: string; slug: string } }) {
  if (env().smtpUrl) return null
  const [t, count] = await Promise.all([getTranslations('mailings.noServer'), unsentCount(actor, event.id)])
  return (
    <div className="no-mail-server">
      <p>
        <strong>{t('title')}</strong> {t('text', { count })} <Link href={`/desk/${event.slug}/mail`}>{t('show')}</Link>
      </p>
    </div>
  )
}
