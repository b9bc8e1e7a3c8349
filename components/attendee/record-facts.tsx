import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Section } from '#components/attendee/section'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { instant } from '#lib/format'
import { languageName } from '#lib/i18n/languages'
import { spellCode } from '#lib/ids'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { institutionHref } from '#lib/institutions/schema/record'

/** What is recorded of the person, as facts. */
export async function RecordFacts({ record, event, labels, locale }: RecordProps) {
  const [t, place] = await Promise.all([getTranslations('desk'), institutionLabels([record.institutionId], locale)])
  const at = (when: Date) => instant(when, event.timeZone, locale)
  const language = languageName(record.locale, locale)
  const registry = institutionHref(record.institutionId, '')
  const institution = (
    <>
      <Link href={registry}>{labels.institution(record.institutionId)}</Link>
      {record.institutionStatus === 'proposed' && (
        <Link className="row-mark" href={registry}>
          {t('record.proposed')}
        </Link>
      )}
    </>
  )
  return (
    <>
      <Section title={t('record.sections.contact')}>
        <Facts
          layout="rows"
          facts={[
            {
              term: t('field.email'),
              value: <a href={`mailto:${encodeURIComponent(record.email).replace('%40', '@')}`}>{record.email}</a>,
            },
            {
              term: t('field.phone'),
              value: record.phone && <a href={`tel:${record.phone.replace(/[^+\d]/g, '')}`}>{record.phone}</a>,
            },
            { term: t('field.locale'), value: language },
          ]}
        />
      </Section>
      <Section title={t('record.sections.person')}>
        <Facts
          layout="rows"
          facts={[
            { term: t('field.title'), value: record.title },
            { term: t('field.givenName'), value: record.givenName },
            { term: t('field.familyName'), value: record.familyName },
            { term: t('field.patronymic'), value: record.patronymic },
            { term: t('field.nativeName'), value: record.nativeName },
            { term: t('field.badgeName'), value: record.badgeName },
          ]}
        />
      </Section>
      <Section title={t('record.sections.affiliation')}>
        <Facts
          layout="rows"
          facts={[
            { term: t('field.institution'), value: institution },
            { term: t('field.institutionCity'), value: place.get(record.institutionId)?.city },
            { term: t('field.country'), value: labels.country(record.countryCode) },
            { term: t('field.position'), value: record.position },
          ]}
        />
      </Section>
      <Section title={t('record.sections.registration')}>
        <Facts
          layout="rows"
          facts={[
            { term: t('field.code'), value: spellCode(record.code) },
            { term: t('field.type'), value: labels.type(record.typeId) },
            { term: t('field.registered'), value: at(record.registeredAt) },
            { term: t('record.changed'), value: record.updatedAt > record.registeredAt ? at(record.updatedAt) : '' },
          ]}
        />
      </Section>
    </>
  )
}
