import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'

/** The days of the event, with the way to put them into a calendar together with one's code. */
export async function OwnWhen({ when, record }: { when: string } & Pick<OwnState, 'record'>) {
  const t = await getTranslations('own')
  if (record.status !== 'confirmed') return when
  return (
    <>
      {when}
      <a className="own-calendar" href={`/r/${record.token}/event.ics`}>
        {t('calendar')}
      </a>
    </>
  )
}
