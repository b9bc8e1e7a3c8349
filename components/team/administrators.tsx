import { getTranslations } from 'next-intl/server'

/** Who may do everything at the event without being in its team. */
export async function Administrators({ people }: { people: { userId: string; name: string | null; email: string }[] }) {
  const t = await getTranslations('team.admins')
  if (people.length === 0) return null
  return (
    <section className="team-admins">
      <h2>{t('title')}</h2>
      <p>
        {t('text', { count: people.length })} {people.map(({ name, email }) => name || email).join(', ')}
      </p>
    </section>
  )
}
