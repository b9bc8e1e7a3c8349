import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import type { PublicEvent } from '#lib/events/queries/event'
import { instant, offset } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** Registration is not open: since or until when, by the event's clock, and whom to ask. */
export async function Shut({
  kind,
  event,
  locale,
}: {
  kind: 'closed' | 'not-yet'
  event: PublicEvent
  locale: Locale
}) {
  const t = await getTranslations('registration.refused')
  const at = kind === 'closed' ? event.closesAt : event.opensAt
  const over = kind === 'closed' && !(at && at <= new Date())
  return (
    <>
      <Notice title={t(`${kind}.title`)}>
        {over && <p>{t('closed.text')}</p>}
        {!over && at && (
          <p>{t(`${kind}.at`, { time: instant(at, event.timeZone, locale), zone: offset(event.timeZone, at) })}</p>
        )}
      </Notice>
      <div className="actions">
        <ButtonLink href={`/e/${event.slug}`}>{t('toEvent')}</ButtonLink>
      </div>
    </>
  )
}
