import { getTranslations } from 'next-intl/server'
import { Pager } from '#components/ui/pager'
import type { Participants } from '#lib/attendees/queries/participants'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** One page of the people who agreed to be named, as printed lists have them. */
export async function ParticipantList({ list, href, locale }: { list: Participants; href: string; locale: Locale }) {
  const t = await getTranslations('people.list')
  if (list.total === 0) return <p className="people-none">{t('none')}</p>
  const span = {
    from: number(list.people.at(0)?.position ?? 0, locale),
    to: number(list.people.at(-1)?.position ?? 0, locale),
    total: number(list.total, locale),
  }
  return (
    <>
      <ol className="people">
        {list.people.map((person) => (
          <li key={person.position}>
            <strong>{person.name}</strong>
            <span>{[person.institution, person.country].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ol>
      <Pager
        label={t('pages')}
        summary={t('span', span)}
        pages={Array.from({ length: list.pages }, (_, i) => ({
          label: number(i + 1, locale),
          href: i === 0 ? href : `${href}?page=${i + 1}`,
          current: i + 1 === list.page,
        }))}
      />
    </>
  )
}

/** The page that an address asks for. */
export const pageOf = (asked: string | string[] | undefined): number =>
  Math.max(1, Math.min(10_000, Number.parseInt(String(asked ?? '1'), 10) || 1))
