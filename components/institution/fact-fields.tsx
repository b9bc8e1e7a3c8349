import { getTranslations } from 'next-intl/server'
import type { EditField } from '#components/institution/edit-form'
import { countryOptions } from '#lib/countries/policy'
import type { Locale } from '#lib/i18n/locales'
import { type InstitutionFacts, LIMITS } from '#lib/institutions/schema/edit'

/** The fields of an institution's form: main name, city, country. */
export async function factFields(locale: Locale, values: InstitutionFacts): Promise<EditField[]> {
  const [t, desk] = await Promise.all([getTranslations('registry.facts'), getTranslations('desk')])
  return [
    { name: 'name', label: t('name'), hint: t('nameHint'), value: values.name, maxLength: LIMITS.name },
    {
      name: 'city',
      label: t('city'),
      hint: t('cityHint'),
      value: values.city,
      maxLength: LIMITS.city,
      optional: desk('optional'),
    },
    {
      name: 'countryCode',
      label: t('country'),
      value: values.countryCode,
      options: countryOptions(locale),
      placeholder: t('noCountry'),
      optional: desk('optional'),
    },
  ]
}
