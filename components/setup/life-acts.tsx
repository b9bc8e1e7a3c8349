import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { ArchiveAct, UnpublishAct } from '#components/setup/life-confirm'
import { MoveForm } from '#components/setup/move-form'
import { TellEnd } from '#components/setup/tell-end'
import { ButtonLink } from '#components/ui/button'
import { SubmitButton } from '#components/ui/submit-button'
import { publish, restore } from '#lib/events/actions/status'
import type { Missing } from '#lib/events/policy/checklist'
import { mayMove } from '#lib/events/policy/moves'

/** What an organizer can do with the event as a whole. Publishing waits until nothing required is missing. */
export async function LifeActs({
  event,
  missing,
  untold,
}: {
  event: EventOfDesk
  missing: Missing[]
  /** How many do not know yet that the event is not public any more. */
  untold: number
}) {
  const [t, all] = await Promise.all([getTranslations('setup.life.act'), getTranslations('desk')])
  const { status, slug } = event
  const complete = missing.every((one) => !one.required)
  return (
    <div className="actions life-acts">
      {mayMove(status, 'publish') && complete && (
        <MoveForm event={event} action={publish}>
          <SubmitButton size="small" pending={all('working')}>
            {t('publish')}
          </SubmitButton>
        </MoveForm>
      )}
      {mayMove(status, 'restore') && (
        <MoveForm event={event} action={restore}>
          <SubmitButton variant="normal" size="small" pending={all('working')}>
            {t('restore')}
          </SubmitButton>
        </MoveForm>
      )}
      {status === 'published' && (
        <ButtonLink size="small" href={`/e/${slug}`}>
          {t('see')}
        </ButtonLink>
      )}
      {status === 'draft' && (
        <ButtonLink size="small" href={`/desk/${slug}/preview`}>
          {t('preview')}
        </ButtonLink>
      )}
      <ButtonLink size="small" href={`/desk/${slug}/clone`}>
        {t('clone')}
      </ButtonLink>
      {untold > 0 && <TellEnd event={event} count={untold} />}
      {mayMove(status, 'unpublish') && <UnpublishAct event={event} />}
      {mayMove(status, 'archive') && <ArchiveAct event={event} />}
    </div>
  )
}
