import { getTranslations } from 'next-intl/server'

export type Organizer = { name: string; place: string; isHost: boolean }

/** Who invites: the host and its partners, each with its city and country. */
export async function Organizers({ organizers }: { organizers: Organizer[] }) {
  const t = await getTranslations('event')
  return (
    <ul className="organizers">
      {organizers.map(({ name, place, isHost }) => (
        <li key={name}>
          <h3>{name}</h3>
          <p>{place}</p>
          {isHost && <p className="organizer-role">{t('host')}</p>}
        </li>
      ))}
    </ul>
  )
}
