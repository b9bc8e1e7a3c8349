import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { MemberActs } from '#components/team/member-acts'
import { MemberStanding } from '#components/team/member-standing'
import type { Person } from '#lib/auth/queries'
import { shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { Member } from '#lib/team/queries/team'

type Props = { event: EventOfDesk; locale: Locale; person: Person; team: Member[] }

/** Each of the team: who, as what, since when, whether the invitation was followed, and what can be done. */
export async function MemberList({ event, locale, person, team }: Props) {
  const [t, roles] = await Promise.all([getTranslations('team'), getTranslations('desk.role')])
  const organizers = team.filter(({ role }) => role === 'organizer').length
  return (
    <ul className="members" aria-label={t('there')}>
      {team.map((member) => {
        const own = member.userId === person.id
        const since = t('since', { date: shortInstant(member.since, event.timeZone, locale) })
        const only = member.role === 'organizer' && organizers === 1 && !person.admin
        return (
          <li key={member.userId} className="member">
            <div className="member-who">
              <p className="member-name">
                {member.name || member.email}
                {own && <span className="member-own"> ({t('you')})</span>}
              </p>
              {member.name && <p>{member.email}</p>}
              <p>{[roles(member.role), since, member.admin && t('admin')].filter(Boolean).join(' · ')}</p>
            </div>
            {!own && <MemberStanding member={member} />}
            {only ? (
              <p className="member-only">{t('only')}</p>
            ) : (
              <MemberActs member={member} slug={event.slug} own={own} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
