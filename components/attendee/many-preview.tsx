import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { StatusMark } from '#components/ui/status-mark'
import { fullName } from '#lib/attendees/policy'
import type { AttendeeList } from '#lib/attendees/schema/list'
import type { Locale } from '#lib/i18n/locales'
import type { Cannot, ManyAct } from '#lib/rosters/policy/many'
import type { ChosenPerson } from '#lib/rosters/queries/chosen'
import { limitNames } from '#lib/rosters/queries/limit-names'
import { recordHref } from '#lib/rosters/schema'

/** So many are named; of thousands nobody reads the names. */
const MOST_NAMED = 60

/** What a decision about many will do, to whom, and to whom it cannot be done. */
export async function ManyPreview({
  act,
  will,
  cannot,
  event,
  list,
  locale,
}: {
  act: ManyAct
  will: readonly ChosenPerson[]
  cannot: readonly Cannot<ChosenPerson>[]
  event: { id: string; slug: string; defaultLocale: string }
  list: AttendeeList
  locale: Locale
}) {
  const [t, status, why] = await Promise.all([
    getTranslations('desk.many'),
    getTranslations('desk.status'),
    getTranslations('desk.waiting.why'),
  ])
  const shown = cannot.slice(0, MOST_NAMED)
  const names = await limitNames(
    event,
    shown.flatMap(({ limits }) => limits),
    locale,
  )
  const more = (all: number) => all > MOST_NAMED && <p>{t('more', { count: all - MOST_NAMED })}</p>
  return (
    <>
      {will.length > 0 && (
        <section className="many-part">
          <h2>{t(`will.${act}`, { count: will.length })}</h2>
          <p>{t(`text.${act}`)}</p>
          <ul className="many-people">
            {will.slice(0, MOST_NAMED).map((person) => (
              <li key={person.id}>
                <Link href={recordHref(event.slug, person.id, list)}>{fullName(person)}</Link>
                <StatusMark status={person.status}>{status(person.status)}</StatusMark>
              </li>
            ))}
          </ul>
          {more(will.length)}
        </section>
      )}
      {cannot.length > 0 && (
        <section className="many-part">
          <h2>{t(`cannot.${act}`, { count: cannot.length })}</h2>
          <ul className="many-people">
            {shown.map(({ person, limits }) => (
              <li key={person.id}>
                <Link href={recordHref(event.slug, person.id, list)}>{fullName(person)}</Link>
                <span>
                  {limits.length > 0
                    ? limits
                        .map((limit) =>
                          why(`full.${limit.subject}`, { subject: names(limit), capacity: limit.capacity }),
                        )
                        .join(' · ')
                    : t('already', { status: status(person.status) })}
                </span>
              </li>
            ))}
          </ul>
          {more(cannot.length)}
        </section>
      )}
      {will.length + cannot.length === 0 && <p>{t('nobody')}</p>}
    </>
  )
}
