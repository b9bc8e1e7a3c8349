import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { MoveForm } from '#components/setup/move-form'
import { Notice } from '#components/ui/notice'
import { SubmitButton } from '#components/ui/submit-button'
import type { Actor } from '#lib/auth/actor'
import { tellReturn } from '#lib/messages/actions/event-news'
import { untoldOfReturn } from '#lib/messages/queries/event-news'

/** Offers to tell those who were told otherwise that the event takes place after all, until they are told. */
export async function TellReturn({ actor, event }: { actor: Actor; event: EventOfDesk }) {
  const people = await untoldOfReturn(actor, event.id)
  if (!people || people.length === 0) return null
  const [t, all] = await Promise.all([getTranslations('setup.tell'), getTranslations('desk')])
  return (
    <Notice>
      <p>{t('return')}</p>
      <MoveForm event={event} action={tellReturn}>
        <SubmitButton variant="normal" size="small" pending={all('working')}>
          {t('returnAct', { count: people.length })}
        </SubmitButton>
      </MoveForm>
    </Notice>
  )
}
