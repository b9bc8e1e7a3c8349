import { getTranslations } from 'next-intl/server'
import { ActForm } from '#components/attendee/act-form'
import type { RecordProps } from '#components/attendee/attendee-record'
import { CancelAct } from '#components/attendee/cancel-act'
import { DeclineAct } from '#components/attendee/decline-act'
import { OverrideAct } from '#components/attendee/override-act'
import { WaitAct } from '#components/attendee/wait-act'
import { ButtonLink } from '#components/ui/button'
import { SubmitButton } from '#components/ui/submit-button'
import { fullName, mayFollow } from '#lib/attendees/policy'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import { confirm, offer } from '#lib/rosters/actions/decide'

export type ActProps = {
  slug: string
  id: string
  name: string
  list: AttendeeList
  /** The screen to come back to, where it is not the attendee's own. */
  from?: 'waiting'
  /** What happens to the place that comes free, in a sentence. */
  consequence: string
}

/** What an organizer may do with somebody now. For staff there is nothing here. */
export async function Acts({
  record,
  event,
  list,
  consequence,
  asks,
  full,
}: Pick<RecordProps, 'record' | 'event'> & { list: AttendeeList; consequence: string; asks: boolean; full: boolean }) {
  const t = await getTranslations('desk')
  const act: ActProps = { slug: event.slug, id: record.id, name: fullName(record), list, consequence }
  const confirmWord =
    record.status === 'waiting' ? 'confirmWaiting' : record.status === 'cancelled' ? 'confirmAgain' : 'confirm'
  const query = listHref(list, { page: list.page })
  const page = `/desk/${event.slug}/attendees/${record.id}`
  return (
    <div className="actions">
      {mayFollow('confirm', record.status) && (
        <ActForm {...act} action={confirm}>
          <SubmitButton
            size="small"
            variant={record.status === 'cancelled' ? 'normal' : 'primary'}
            pending={t('working')}
          >
            {t(`record.act.${confirmWord}`)}
          </SubmitButton>
        </ActForm>
      )}
      {mayFollow('offer', record.status) && (
        <ActForm {...act} action={offer}>
          <SubmitButton size="small" variant="normal" pending={t('working')}>
            {t('record.act.offer')}
          </SubmitButton>
        </ActForm>
      )}
      {full && mayFollow('confirm', record.status) && <OverrideAct {...act} />}
      {mayFollow('wait', record.status) && <WaitAct {...act} losesPlace={record.status !== 'declined'} />}
      <ButtonLink size="small" href={`${page}/edit${query === '?' ? '' : query}`}>
        {t('record.act.correct')}
      </ButtonLink>
      {asks && (
        // Opening it may be written down, so nothing but a press fetches it.
        <ButtonLink size="small" reload href={`${page}/answers${query === '?' ? '' : query}`}>
          {t('answers.edit')}
        </ButtonLink>
      )}
      {mayFollow('decline', record.status) && <DeclineAct {...act} />}
      {mayFollow('cancel', record.status) && <CancelAct {...act} />}
    </div>
  )
}
