import { getTranslations } from 'next-intl/server'
import { Arrival } from '#components/desk/arrival'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import type { WaitingDesk } from '#components/waiting/desk'
import { fullName } from '#lib/attendees/policy'
import { labelsOf } from '#lib/attendees/queries/labels'
import { attendeeRows } from '#lib/attendees/queries/list'
import { attendeeList } from '#lib/attendees/schema/list'
import { limitWords } from '#lib/rosters/policy/limits'
import { poolFacts } from '#lib/rosters/queries/seats'
import { recordHref } from '#lib/rosters/schema'

const WHOLE = attendeeList.parse({})

/** What came of the act just done, with the way to whom it was about. */
export async function WaitingOutcome(desk: WaitingDesk & { total: number }) {
  const { actor, event, view, locale, total } = desk
  if (!view.did && !view.refused) return null
  const t = await getTranslations('desk')
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const people = await attendeeRows(actor, where, [...(view.who ? [view.who] : []), ...view.up])
  const person = people.find(({ id }) => id === view.who)
  const name = person ? fullName(person) : ''
  const came = `${view.did ?? view.refused} ${view.who ?? view.n} ${view.to}`
  if (view.refused)
    return (
      <Arrival of={came}>
        <div role="alert">
          <Notice tone="error" title={t('record.refused.title')}>
            {await refusal()}
          </Notice>
        </div>
      </Arrival>
    )
  const up = people.filter(({ id }) => view.up.includes(id)).map(fullName)
  return (
    <Arrival of={came}>
      <StatusMessage>
        {deed()}
        {up.length > 0 && ` ${t('record.did.promoted', { names: up.join(', ') })}`}{' '}
        {person && <Link href={recordHref(event.slug, person.id, WHOLE)}>{t('waiting.record')}</Link>}
      </StatusMessage>
    </Arrival>
  )

  function deed(): string {
    switch (view.did) {
      case 'move':
        return t('waiting.did.move', { name, place: Math.min(view.to, total) })
      case 'hold':
      case 'release':
        return t(`waiting.did.${view.did}`, { name })
      case 'offers':
        return t('waiting.did.offers', { count: view.n, not: view.not })
      case undefined:
        return ''
      default:
        return t(`record.did.${view.did}`, { name })
    }
  }

  async function refusal(): Promise<string> {
    if (view.refused === 'reason') return t('waiting.reasonMissing')
    if (view.refused !== 'full')
      return view.refused === 'not-possible' && person
        ? t('record.refused.not-possible', { status: t(`status.${person.status}`) })
        : t('record.refused.other')
    const pool = view.pool ? await poolFacts(actor, event.id, view.pool) : null
    if (!pool) return t('record.refused.other')
    const labels = await labelsOf(event, { institutionId: pool.subjectId ?? '', history: [] }, locale)
    return t(`record.refused.${pool.subject}`, { ...limitWords(pool, labels), name, status: person?.status ?? '' })
  }
}
