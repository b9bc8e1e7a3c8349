import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import { EditForm } from '#components/institution/edit-form'
import { factFields } from '#components/institution/fact-fields'
import { PartOutcome } from '#components/institution/part-outcome'
import type { RegistryProps } from '#components/institution/registry-record'
import { ButtonLink } from '#components/ui/button'
import { Facts } from '#components/ui/facts'
import { countryName } from '#lib/countries/policy'
import { shortDay } from '#lib/format'
import { saveFacts } from '#lib/institutions/actions/edit'
import { institutionHref } from '#lib/institutions/schema/record'

const KEPT = ['name', 'city', 'country', 'status'] as const

/** Main name, city and country, as facts or as the form that changes them. */
export async function FactsPart({ record, view, locale }: RegistryProps) {
  const t = await getTranslations('registry')
  const here = institutionHref(record.id, view.from)
  if (view.edit === 'facts')
    return (
      <Section title={t('facts.title')}>
        <EditForm
          key="facts"
          action={saveFacts}
          fields={
            await factFields(locale, {
              name: record.mainName,
              city: record.city,
              countryCode: record.countryCode ?? '',
            })
          }
          hidden={{ id: record.id, from: view.from }}
          words={{ save: t('form.save'), saving: t('form.saving'), back: t('form.back') }}
          back={here}
        />
      </Section>
    )
  const kept = KEPT.filter((field) => record.overrides.some((override) => override.field === field))
  return (
    <Section title={t('facts.title')}>
      <PartOutcome part="facts" record={record} view={view} />
      <Facts
        layout="rows"
        facts={[
          { term: t('facts.name'), value: record.mainName },
          { term: t('facts.city'), value: record.city },
          { term: t('facts.country'), value: record.countryCode && countryName(record.countryCode, locale) },
          { term: t('facts.source'), value: t(`source.${record.source}`) },
          { term: t('facts.since'), value: shortDay(record.createdAt, 'UTC', locale) },
          { term: t('facts.kept'), value: kept.map((field) => t(`kept.${field}`)).join(', ') },
        ]}
      />
      <div className="part-acts">
        <ButtonLink size="small" href={institutionHref(record.id, view.from, { edit: 'facts' })}>
          {t('facts.edit')}
        </ButtonLink>
      </div>
    </Section>
  )
}
