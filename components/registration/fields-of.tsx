import { getTranslations } from 'next-intl/server'
import type { RegistrationFormProps } from '#components/registration/registration-form'
import { Link } from '#components/ui/link'
import { LIMITS } from '#lib/attendees/schema/person'
import { countryOptions } from '#lib/countries/policy'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/**
 * The fields of a registration with all their words, for every form that shows them.
 * @param keptTypeId a type that is offered no more but is somebody's own
 */
export async function fieldsOf(
  event: PublicEvent,
  locale: Locale,
  keptTypeId?: string,
): Promise<RegistrationFormProps['fields']> {
  const [t, tInstitution] = await Promise.all([getTranslations('registration'), getTranslations('institution')])
  return {
    labels: words(LABELS, (key) => t(`fields.${key}`)),
    hints: words(HINTS, (key) => t(`hints.${key}`)),
    words: words(FORM, (key) => t(`form.${key}`)),
    institution: { ...words(INSTITUTION, (key) => tInstitution(key)), add: tInstitution.raw('add') },
    countries: countryOptions(locale),
    types: event.types
      .filter((type) => !type.archived || type.id === keptTypeId)
      .map((type) => ({ value: type.id, label: type.name, lang: type.lang })),
    consents: {
      privacy: event.notice
        ? t.rich('form.privacy', {
            version: event.notice.version,
            link: (chunks) => <Link href={`/e/${event.slug}/privacy`}>{chunks}</Link>,
          })
        : t('form.privacyPlain'),
      listed: event.listVisibility === 'nobody' ? undefined : t(`form.listed.${event.listVisibility}`),
    },
    limits: LIMITS,
  }
}

const LABELS = [
  'email',
  'givenName',
  'familyName',
  'nativeName',
  'countryCode',
  'typeId',
  'title',
  'position',
  'phone',
] as const
const HINTS = ['email', 'names', 'title', 'phone'] as const
const FORM = ['optional', 'countryPlaceholder', 'more', 'consents', 'listedHint'] as const
const INSTITUTION = [
  'label',
  'hint',
  'city',
  'cityHint',
  'cityOffered',
  'list',
  'added',
  'meant',
  'unavailable',
] as const

function words<Key extends string>(keys: readonly Key[], word: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>
}
