import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { eraseOwn } from '#lib/attendees/actions/own'
import { erasableOf } from '#lib/attendees/queries/erasable'

/** What nobody had to tell can go: asked once, with what goes, what stays and why. */
export async function Erase({ record, event, locale }: Pick<OwnState, 'record' | 'event' | 'locale'>) {
  const [t, fields, erasable] = await Promise.all([
    getTranslations('own.data.erase'),
    getTranslations('registration.fields'),
    erasableOf(record, event, locale, new Date()),
  ])
  const goes = [
    ...erasable.fields.map((field) => (field === 'badgeName' ? t('badgeName') : fields(field))),
    ...erasable.questions.map((question) => question.label.text),
  ]
  return (
    <section>
      <h2>{t('title')}</h2>
      {goes.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <p>{t('text')}</p>
          <Confirm
            trigger={t('action')}
            title={t('ask')}
            keep={t('keep')}
            action={
              <form action={eraseOwn}>
                <input type="hidden" name="token" value={record.token} />
                <SubmitButton variant="destroy" pending={t('working')}>
                  {t('action')}
                </SubmitButton>
              </form>
            }
          >
            <p>{t('goes')}</p>
            <ul className="own-goes">
              {goes.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            {erasable.hasPlaces && <p>{t('places')}</p>}
            <p>{t('stays')}</p>
          </Confirm>
        </>
      )}
    </section>
  )
}
