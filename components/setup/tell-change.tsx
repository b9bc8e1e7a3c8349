import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { Notice } from '#components/ui/notice'
import { SubmitButton } from '#components/ui/submit-button'
import type { Actor } from '#lib/auth/actor'
import { tellChange } from '#lib/messages/actions/event-news'
import { untoldOfChange } from '#lib/messages/queries/event-news'

/** Offers to tell those with a place of new days, hours or a new place, until they are told. */
export async function TellChange({
  actor,
  event,
  page,
}: {
  actor: Actor
  event: EventOfDesk
  page: 'facts' | 'texts' | 'overview'
}) {
  const people = await untoldOfChange(actor, event.id)
  if (!people || people.length === 0) return null
  const [t, all] = await Promise.all([getTranslations('setup.tell'), getTranslations('desk')])
  return (
    <Notice>
      <p>{t('change')}</p>
      <form action={tellChange} className="actions">
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="page" value={page} />
        <SubmitButton variant="normal" size="small" pending={all('working')}>
          {t('changeAct', { count: people.length })}
        </SubmitButton>
      </form>
    </Notice>
  )
}
