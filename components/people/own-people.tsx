import { getTranslations } from 'next-intl/server'
import { listSentence, publicSentences } from '#components/people/list-sentences'
import type { OwnState } from '#components/registration/own-words'
import { Link } from '#components/ui/link'
import { SubmitButton } from '#components/ui/submit-button'
import { listOwn } from '#lib/attendees/actions/consents'
import { ownListConsent } from '#lib/attendees/queries/participants'
import { participant } from '#lib/auth/session'

/** The list of participants on the own page: the way to it, and the consent to be named there, given or withdrawn. */
export async function OwnPeople({ record, event, locale }: OwnState) {
  const [t, consent] = await Promise.all([
    getTranslations('people.own'),
    participant(record.token).then(ownListConsent),
  ])
  const { listVisibility: visibility } = event
  const isOpen = visibility !== 'nobody' && ['confirmed', 'pending', 'waiting', 'offered'].includes(record.status)
  // Who agreed to be named to the others has not agreed to the public list.
  const covers = consent !== null && (visibility !== 'public' || publicSentences().includes(consent))
  if (!isOpen && !consent) return null
  return (
    <section className="own-people">
      <h2>{t('title')}</h2>
      <p>{covers ? t('listed') : consent ? t('narrower') : t('notListed')}</p>
      {isOpen && !covers && (
        <form action={listOwn}>
          <input type="hidden" name="token" value={record.token} />
          <p className="own-hint">{listSentence(visibility, locale)}</p>
          <SubmitButton variant="normal" size="small" pending={t('working')} name="list" value="1">
            {t('give')}
          </SubmitButton>
        </form>
      )}
      {consent && (
        <form action={listOwn}>
          <input type="hidden" name="token" value={record.token} />
          <SubmitButton variant="normal" size="small" pending={t('working')} name="list" value="0">
            {t('withdraw')}
          </SubmitButton>
        </form>
      )}
      {visibility !== 'nobody' && record.status === 'confirmed' && (
        <p>
          <Link href={`/r/${record.token}/participants`}>{t('see')}</Link>
        </p>
      )}
    </section>
  )
}
