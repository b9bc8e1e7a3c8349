import { getTranslations } from 'next-intl/server'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import type { DeskEvent } from '#lib/events/queries/event'
import { removeExample } from '#lib/rosters/actions/example'

/** Takes the example away, in one act that asks once. */
export async function RemoveExample({ event }: { event: DeskEvent }) {
  const [t, all] = await Promise.all([getTranslations('desk.home.example'), getTranslations('desk')])
  const count = Object.values(event.counts).reduce((sum, n) => sum + n, 0)
  return (
    <div className="entry-example">
      <p className="example">{t('note')}</p>
      <Confirm
        size="small"
        trigger={t('remove')}
        title={t('question')}
        keep={t('keep')}
        action={
          <form action={removeExample}>
            <SubmitButton variant="destroy" size="small" pending={all('working')}>
              {t('confirm')}
            </SubmitButton>
          </form>
        }
      >
        {t('consequence', { title: event.texts.title.text, count })}
      </Confirm>
    </div>
  )
}
