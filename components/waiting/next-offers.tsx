import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Link } from '#components/ui/link'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import type { WaitingDesk } from '#components/waiting/desk'
import { WhyWaiting } from '#components/waiting/why-waiting'
import { fullName } from '#lib/attendees/policy'
import { attendeeList } from '#lib/attendees/schema/list'
import { offerNext } from '#lib/rosters/actions/waiting'
import { limitNames } from '#lib/rosters/queries/limit-names'
import { nextToOffer } from '#lib/rosters/queries/next'
import { recordHref, waitingHref } from '#lib/rosters/schema'

const WHOLE = attendeeList.parse({})

/** Offers a place to the next so many: first one sees who they would be, then one does it. */
export async function NextOffers(desk: WaitingDesk) {
  const t = await getTranslations('desk.waiting.next')
  const { event, view } = desk
  return (
    <section className="waiting-part" aria-labelledby="next-title">
      <h2 id="next-title">{t('title')}</h2>
      <form className="waiting-next" action={waitingHref(event.slug, 1)} method="get">
        <Field name="next" label={t('how')} small>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              defaultValue={view.next || ''}
              required
            />
          )}
        </Field>
        <Button type="submit" size="small">
          {t('look')}
        </Button>
      </form>
      {view.next > 0 && <Those {...desk} />}
    </section>
  )
}

async function Those({ actor, event, rules, view, locale }: WaitingDesk) {
  const [t, all] = await Promise.all([getTranslations('desk.waiting.next'), getTranslations('desk')])
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const { next, passed, morePassed } = await nextToOffer(actor, where, view.next)
  const names = await limitNames(
    event,
    passed.flatMap(({ limits }) => limits),
    locale,
  )
  return (
    <div className="waiting-those">
      <p role="status">
        {next.length === 0 ? t('nobody') : t('would', { count: next.length, hours: rules.hours })}
        {next.length > 0 && next.length < view.next && ` ${t('noMore')}`}
      </p>
      <ol className="waiting-people">
        {next.map((person) => (
          <li key={person.id}>
            <Link href={recordHref(event.slug, person.id, WHOLE)}>{fullName(person)}</Link>
            <span>{person.institution}</span>
            <span>{t('place', { place: person.turn })}</span>
          </li>
        ))}
      </ol>
      {passed.length > 0 && (
        <>
          <h3>{t('passed', { count: passed.length + morePassed })}</h3>
          <ul className="waiting-people">
            {passed.map((person) => (
              <li key={person.id}>
                <Link href={recordHref(event.slug, person.id, WHOLE)}>{fullName(person)}</Link>
                <span>
                  <WhyWaiting why={{ kind: 'full', limits: person.limits }} names={names} />
                </span>
                <span>{t('place', { place: person.turn })}</span>
              </li>
            ))}
          </ul>
          {morePassed > 0 && <p>{t('morePassed', { count: morePassed })}</p>}
        </>
      )}
      <form action={offerNext} className="actions">
        <input type="hidden" name="slug" value={event.slug} />
        {next.map(({ id }) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {next.length > 0 && (
          <SubmitButton size="small" pending={all('working')}>
            {t('offer', { count: next.length })}
          </SubmitButton>
        )}
        <ButtonLink size="small" variant="plain" href={waitingHref(event.slug, 1)}>
          {t('leave')}
        </ButtonLink>
      </form>
    </div>
  )
}
