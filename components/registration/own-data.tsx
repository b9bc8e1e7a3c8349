import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Facts } from '#components/ui/facts'
import { fullName } from '#lib/attendees/policy'
import { countryName } from '#lib/countries/policy'

/** The participant's data as they are recorded, and whom to write to when something is wrong. */
export async function OwnData({
  record,
  event,
  locale,
  institution,
  type,
}: OwnState & { institution: string; type: string }) {
  const t = await getTranslations('registration')
  const contact = event.contactEmail
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
          { term: t('fields.institution'), value: [institution, record.institutionCity].filter(Boolean).join(', ') },
          { term: t('fields.countryCode'), value: countryName(record.countryCode, locale) },
          { term: t('fields.position'), value: record.position },
          { term: t('fields.typeId'), value: type },
        ]}
      />
      {contact && (
        <p className="own-wrong">
          {t.rich('own.data.wrong', { email: contact, link: (chunks) => <a href={`mailto:${contact}`}>{chunks}</a> })}
        </p>
      )}
    </section>
  )
}
