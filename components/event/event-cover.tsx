import { getTranslations } from 'next-intl/server'
import { CoverPicture } from '#components/event/cover-picture'
import { RegistrationAct } from '#components/event/registration-act'
import type { RegistrationState } from '#components/event/registration-state'
import { Ornament } from '#components/ornament/ornament'
import { Facts } from '#components/ui/facts'
import type { Localized } from '#lib/events/policy'

export type EventCoverProps = {
  /** The event's id: it chooses the cloth. */
  seed: string
  /** The address of the cover that the event uploaded, which takes the place of the cloth. */
  cover?: string
  /** Who invites and under which programme, in one line. */
  host?: string
  title: Localized
  subtitle?: Localized
  /** "23–24 April 2025", and under it "Wednesday 09:00 – Thursday 17:30, local time (UTC+6)". */
  when: { text: string; detail?: string; calendar?: string }
  /** "Bishkek, Kyrgyzstan", and under it the venue and its address. */
  where: { text: string; detail?: Localized; address?: Localized; gettingThere?: boolean }
  registration: RegistrationState
}

/** What, when, where, how many places are left, and the one button. */
export async function EventCover({ seed, cover, host, title, subtitle, when, where, registration }: EventCoverProps) {
  const [t, calendar] = await Promise.all([getTranslations('event'), getTranslations('people.calendar')])
  return (
    <div className="cover">
      {cover ? (
        <CoverPicture src={cover} sizes="(width < 47.5rem) 100vw, 60rem" first />
      ) : (
        <Ornament seed={seed} shape="cover" narrow="band" first />
      )}
      <div className="cover-words">
        {host && <p className="cover-host">{host.replaceAll(' · ', '\u00a0· ')}</p>}
        <h1 lang={title.lang}>{title.text}</h1>
        {subtitle?.text && (
          <p className="cover-subtitle" lang={subtitle.lang}>
            {subtitle.text}
          </p>
        )}
        <Facts
          className="cover-facts"
          facts={[
            {
              term: t('when'),
              value: (
                <>
                  <strong>{when.text}</strong>
                  <span className="cover-detail">
                    {when.detail}
                    {when.detail && when.calendar && '\u00a0· '}
                    {when.calendar && (
                      <a className="cover-calendar" href={when.calendar}>
                        {calendar('add')}
                      </a>
                    )}
                  </span>
                </>
              ),
            },
            {
              term: t('where'),
              value: where.text && (
                <>
                  <strong>{where.text}</strong>
                  <span className="cover-detail">
                    {where.detail?.text && <span lang={where.detail.lang}>{where.detail.text}</span>}
                    {where.detail?.text && where.address?.text && ', '}
                    {where.address?.text && <span lang={where.address.lang}>{where.address.text}</span>}
                    {(where.detail?.text || where.address?.text) && where.gettingThere && '\u00a0· '}
                    {where.gettingThere && <a href="#practical">{t('gettingThere')}</a>}
                  </span>
                </>
              ),
            },
          ]}
        />
        <RegistrationAct {...registration} />
      </div>
    </div>
  )
}
