import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { ButtonLink } from '#components/ui/button'
import { Facts } from '#components/ui/facts'
import { fullName } from '#lib/attendees/policy'
import { mayEdit } from '#lib/attendees/policy/stage'
import { ownAskedAddress } from '#lib/attendees/queries/new-address'
import { participant } from '#lib/auth/session'
import { countryName } from '#lib/countries/policy'

/** The participant's data as they are recorded, and the way to change them; once that is closed, whom to write to. */
export async function OwnData({
  record,
  event,
  locale,
  institution,
  type,
}: OwnState & { institution: string; type: string }) {
  const [t, tOwn, asked] = await Promise.all([
    getTranslations('registration'),
    getTranslations('own.edit'),
    participant(record.token).then((actor) => ownAskedAddress(actor)),
  ])
  const contact = event.contactEmail
  const may = mayEdit(record.status, event, new Date())
  return (
    <section className="own-data">
      <h2>{t('own.data.title')}</h2>
      <Facts
        layout="rows"
        facts={[
          { term: t('own.data.name'), value: fullName(record) },
          { term: t('fields.nativeName'), value: record.nativeName },
          { term: t('fields.title'), value: record.title },
          { term: t('fields.email'), value: record.email },
          { term: t('fields.phone'), value: record.phone },
          { term: t('fields.institution'), value: institution },
          { term: t('fields.countryCode'), value: countryName(record.countryCode, locale) },
          { term: t('fields.position'), value: record.position },
          { term: t('fields.typeId'), value: type },
        ]}
      />
      {may === 'yes' ? (
        <>
          <ButtonLink href={`/r/${record.token}/edit`} reload>
            {tOwn('action')}
          </ButtonLink>
          {asked && <p className="own-wrong">{tOwn('askedStill', { email: asked })}</p>}
        </>
      ) : (
        may === 'frozen' &&
        contact && (
          <p className="own-wrong">
            {tOwn.rich('closed', {
              email: contact,
              link: (chunks) => <a href={`mailto:${contact}`}>{chunks}</a>,
            })}
          </p>
        )
      )}
    </section>
  )
}
