import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'

/** The days and hours of the event, with the way to put them into a calendar together with one's code. */
export async function OwnWhen({ when, hours, record }: { when: string; hours: string } & Pick<OwnState, 'record'>) {
  const t = await getTranslations('own')
  return (
    <>
      {when}
      {hours && <span className="own-hours">{hours}</span>}
      {record.status === 'confirmed' && (
        <a className="own-calendar" href={`/r/${record.token}/event.ics`}>
          {t('calendar')}
        </a>
      )}
    </>
  )
}
