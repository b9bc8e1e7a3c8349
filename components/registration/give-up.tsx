import { getTranslations } from 'next-intl/server'
import { Handover } from '#components/own/handover'
import type { OwnState } from '#components/registration/own-words'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { cancelOwn } from '#lib/attendees/actions/cancel'
import { mayFollow } from '#lib/attendees/policy'
import { hasEnded } from '#lib/events/policy'

/** The way out, asked once, with what it brings about: who gets the seat, or that the place in line is lost. */
export async function GiveUp({ record, event, locale, institution }: OwnState & { institution: string }) {
  const t = await getTranslations('registration.own')
  if (!mayFollow('cancel', record.status) || hasEnded(event, new Date())) return null
  const way = record.status === 'confirmed' ? 'giveUp' : record.status === 'waiting' ? 'leave' : 'withdraw'
  return (
    <section>
      <h2>{t('changes')}</h2>
      <Handover record={record} event={event} locale={locale} institution={institution} />
      <Confirm
        trigger={t(`${way}.action`)}
        title={t(`${way}.title`, { event: event.texts.title.text })}
        keep={t(`${way}.keep`)}
        action={
          <form action={cancelOwn}>
            <input type="hidden" name="token" value={record.token} />
            <SubmitButton variant="destroy" pending={t('working')}>
              {t(`${way}.action`)}
            </SubmitButton>
          </form>
        }
      >
        <p>{t(`${way}.text`, { waiting: event.places.waiting })}</p>
      </Confirm>
    </section>
  )
}
