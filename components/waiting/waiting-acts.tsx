import { getTranslations } from 'next-intl/server'
import { ActForm } from '#components/attendee/act-form'
import type { ActProps } from '#components/attendee/acts'
import { DeclineAct } from '#components/attendee/decline-act'
import { OverrideAct } from '#components/attendee/override-act'
import { Arrival } from '#components/desk/arrival'
import { SubmitButton } from '#components/ui/submit-button'
import type { WaitingDesk } from '#components/waiting/desk'
import { HoldAct } from '#components/waiting/hold-act'
import { MoveForm } from '#components/waiting/move-form'
import { type LimitName, WhyWaiting } from '#components/waiting/why-waiting'
import { fullName } from '#lib/attendees/policy'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { LIMITS } from '#lib/attendees/schema/person'
import { confirm, offer } from '#lib/rosters/actions/decide'
import { release } from '#lib/rosters/actions/waiting'
import type { WaitingRow } from '#lib/rosters/queries/waiting'

/** What an organizer may do with somebody in the queue. Where a limit stands in the way, a place can be given past it only. */
export async function WaitingActs({
  event,
  rules,
  view,
  row,
  total,
  names,
}: WaitingDesk & { row: WaitingRow; total: number; names: LimitName }) {
  const [t, all] = await Promise.all([getTranslations('desk.waiting'), getTranslations('desk')])
  const name = fullName(row)
  const list = attendeeList.parse({ page: view.page })
  const act: ActProps = { slug: event.slug, id: row.id, name, list, from: 'waiting', consequence: '' }
  const offers = rules.mode !== 'automatic'
  const held = row.why.kind === 'held' || row.why.kind === 'lapsed'
  const send = (variant: 'primary' | 'normal', word: string) => (
    <SubmitButton size="small" variant={variant} pending={all('working')}>
      {word}
    </SubmitButton>
  )
  return (
    <div className="waiting-acts" id="at">
      <Arrival of={row.id}>
        <h3>{t('actsOf', { name })}</h3>
        <p>
          {row.limits.length > 0 ? (
            <>
              <WhyWaiting why={{ kind: 'full', limits: row.limits }} names={names} /> {t('onlyPast')}
            </>
          ) : (
            t('hasRoom', { hours: rules.hours })
          )}
        </p>
      </Arrival>
      <div className="actions">
        {row.limits.length === 0 && (
          <>
            <ActForm {...act} action={offer}>
              {send(offers ? 'primary' : 'normal', all('record.act.offer'))}
            </ActForm>
            <ActForm {...act} action={confirm}>
              {send(offers ? 'normal' : 'primary', all('record.act.confirm'))}
            </ActForm>
          </>
        )}
        {row.limits.length > 0 && <OverrideAct {...act} />}
        {held ? (
          <ActForm {...act} action={release}>
            {send('normal', t('release'))}
          </ActForm>
        ) : (
          <HoldAct {...act} />
        )}
        <DeclineAct {...act} />
      </div>
      <MoveForm
        hidden={{ slug: event.slug, id: row.id, list: listHref(list, { page: list.page }) }}
        place={row.turn}
        total={total}
        maxLength={LIMITS.reason}
        words={{
          title: t('move.title'),
          place: t('move.place', { total }),
          reason: all('record.act.reason'),
          hint: t('move.hint'),
          move: t('move.move'),
          up: t('move.up'),
          down: t('move.down'),
          front: t('move.front'),
          end: t('move.end'),
          moving: all('working'),
        }}
      />
    </div>
  )
}
