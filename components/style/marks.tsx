import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Places } from '#components/ui/places'
import { StatusMark } from '#components/ui/status-mark'
import { ATTENDEE_STATUSES } from '#db/enums'

const PLACES = [
  { key: 'some', taken: 35, held: 3, capacity: 50 },
  { key: 'last', taken: 49, capacity: 50 },
  { key: 'full', taken: 50, capacity: 50 },
  { key: 'over', taken: 52, capacity: 50 },
  { key: 'many', taken: 620, held: 60, capacity: 1000 },
] as const

export async function MarkStates() {
  const [t, words] = await Promise.all([getTranslations('style'), getTranslations('desk.status')])
  return (
    <>
      <Part title={t('part.status')}>
        <div className="style-row">
          {ATTENDEE_STATUSES.map((status) => (
            <StatusMark key={status} status={status}>
              {words(status)}
            </StatusMark>
          ))}
          <StatusMark status="checked-in">{t('status.checked-in')}</StatusMark>
        </div>
        <p className="style-note">{t('status.inTable')}</p>
      </Part>
      <Part title={t('part.places')}>
        <div className="style-fields">
          {PLACES.map(({ key, ...places }) => (
            <div key={key} className="style-places">
              <Places {...places} />
              <p>{t(`places.${key}`)}</p>
            </div>
          ))}
        </div>
      </Part>
    </>
  )
}
