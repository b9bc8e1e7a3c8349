import { getTranslations } from 'next-intl/server'
import type { AttendeeRecord } from '#components/attendee/attendee-record'
import { CorrectionForm } from '#components/attendee/correction-form'
import { pastLimitsWords } from '#components/attendee/past-limits-words'
import type { EventOfDesk } from '#components/desk/desk-page'
import { Enhance } from '#components/ui/enhance'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import { LIMITS } from '#lib/attendees/schema/person'
import { countryOptions } from '#lib/countries/policy'
import { typesOf } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { recordHref } from '#lib/rosters/schema'

/** The form that corrects a record, with all its words. */
export async function Correction({
  record,
  event,
  list,
  locale,
}: {
  record: AttendeeRecord
  event: EventOfDesk
  list: AttendeeList
  locale: Locale
}) {
  const [t, labels, types, past] = await Promise.all([
    getTranslations('desk'),
    institutionLabels([record.institutionId], locale),
    typesOf(event.id, locale, event.defaultLocale),
    pastLimitsWords(),
  ])
  const shown = labels.get(record.institutionId)
  const {
    email,
    title,
    givenName,
    familyName,
    patronymic,
    nativeName,
    badgeName,
    countryCode,
    typeId,
    position,
    phone,
  } = record
  return (
    <>
      <Enhance />
      <CorrectionForm
        back={recordHref(event.slug, record.id, list)}
        values={{
          ...{
            email,
            title,
            givenName,
            familyName,
            patronymic,
            nativeName,
            badgeName,
            countryCode,
            typeId,
            position,
            phone,
          },
          institution: shown?.name ?? record.institutionName,
          institutionPlace: shown?.place ?? '',
          institutionId: record.institutionId,
          institutionWas: record.institutionId,
          institutionShown: shown?.name ?? record.institutionName,
          slug: event.slug,
          id: record.id,
          list: listHref(list, { page: list.page }),
          revision: String(record.revision),
          since: String(record.updatedAt.getTime()),
        }}
        words={{
          save: t('edit.save'),
          saving: t('edit.saving'),
          back: t('edit.back'),
          full: t('edit.full'),
          unchanged: t('edit.unchanged'),
          conflictTitle: t('edit.conflict.title'),
          conflictText: t('edit.conflict.text'),
        }}
        past={past}
        fields={{
          labels: words(LABELS, (name) => t(`field.${name}`)),
          hints: {
            patronymic: t('edit.patronymicHint'),
            nativeName: t('edit.nativeHint'),
            badgeName: t('edit.badgeHint'),
            phone: t('edit.phoneHint'),
          },
          words: { optional: t('optional'), choose: t('edit.choose'), names: t('edit.namesHint') },
          institution: {
            label: t('field.institution'),
            ...words(INSTITUTION, (name) => t(`edit.institution.${name}`)),
            add: t.raw('edit.institution.add'),
          },
          countries: countryOptions(locale),
          types: types
            .filter((type) => !type.archived || type.id === typeId)
            .map((type) => ({ value: type.id, label: type.name })),
          limits: LIMITS,
        }}
      />
    </>
  )
}

const LABELS = [
  'email',
  'title',
  'givenName',
  'familyName',
  'patronymic',
  'nativeName',
  'badgeName',
  'countryCode',
  'typeId',
  'position',
  'phone',
] as const
const INSTITUTION = ['hint', 'city', 'cityHint', 'cityOffered', 'list', 'added', 'meant', 'unavailable'] as const

function words<Key extends string>(keys: readonly Key[], word: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>
}
