import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { setupHref } from '#components/setup/setup-href'
import { Link } from '#components/ui/link'
import { localized, registrationState } from '#lib/events/policy'
import type { EventOverview } from '#lib/events/queries/overview'
import { days, shortDay, shortInstant } from '#lib/format'
import { isLocale, type Locale } from '#lib/i18n/locales'

const PAGES = ['facts', 'texts', 'registration', 'types', 'form', 'notice', 'partners', 'look'] as const

/** The pages of the setup, each with one line that says how it stands. */
export async function LifeWays({
  event,
  overview,
  locale,
  now,
}: {
  event: EventOfDesk
  overview: EventOverview
  locale: Locale
  now: Date
}) {
  const t = await getTranslations('setup.life')
  const { state } = overview
  const zone = state.timeZone
  const standing = registrationState(state, now)
  const at = (time: Date | null) => (time ? shortInstant(time, zone, locale, now) : '')
  const window = standing === 'open' && !state.closesAt ? 'openEnded' : standing
  const types = state.types.map((names) => {
    const rows = Object.entries(names).map(([each, name]) => ({ locale: each, name }))
    return localized(rows, locale, state.defaultLocale).name.text
  })
  const set = [days(event.startsOn, event.endsOn, locale), event.startTime && `${event.startTime}–${event.endTime}`]
    .filter(Boolean)
    .join(', ')
  const lines: Record<(typeof PAGES)[number], string> = {
    facts: t('state.facts', { days: set, zone: zone.replaceAll('_', ' ') }),
    texts: state.texts.map((text) => (isLocale(text.locale) ? t(`language.${text.locale}`) : text.locale)).join(', '),
    registration: t('state.registration', {
      window: t(`state.window.${window}`, { from: at(state.opensAt), until: at(state.closesAt) }),
      places:
        state.capacity === null
          ? t('state.unlimited')
          : t('state.places', { taken: overview.taken ?? 0, capacity: state.capacity }),
      approval: overview.approval ? 'yes' : 'no',
    }),
    types: types.join(', ') || t('state.noTypes'),
    form: t('state.form', { count: overview.questions }),
    notice: overview.noticeAt
      ? t('state.notice', { version: overview.noticeVersion, day: shortDay(overview.noticeAt, zone, locale, now) })
      : t('state.noNotice'),
    partners: t('state.partners', { host: state.hostId ? 'yes' : 'no', count: overview.partners }),
    look: t('state.look', { cover: overview.coverId ? 'own' : 'drawn', accent: overview.accent ? 'own' : 'none' }),
  }
  const isOver = state.capacity !== null && (overview.taken ?? 0) > state.capacity
  return (
    <section className="record-part">
      <h2>{t('overview.setup')}</h2>
      <ul className="life-ways">
        {PAGES.map((page) => (
          <li key={page}>
            {event.mayDecide ? (
              <Link href={setupHref(event.slug, page)}>{t(`way.${page}`)}</Link>
            ) : (
              <strong>{t(`way.${page}`)}</strong>
            )}
            <span className={page === 'registration' && isOver ? 'life-over' : undefined}>{lines[page]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
