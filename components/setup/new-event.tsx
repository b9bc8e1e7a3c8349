import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import type { NewEventProps } from '#components/setup/new-event-form'
import { env } from '#lib/env'
import { timeZones } from '#lib/events/policy/zones'
import { LOCALES, type Locale } from '#lib/i18n/locales'

/** The form of a new event with its words and first values. `timeZone` is that of the latest event, if there is one. */
export async function newEventProps({
  locale,
  email,
  timeZone,
}: {
  locale: Locale
  email: string
  timeZone: string
}): Promise<NewEventProps> {
  const [t, names] = await Promise.all([getTranslations('setup.life'), getTranslations('ui.language')])
  const label = (name: string) => t(`label.${name}` as 'label.title')
  const hint = (name: string) => t(`hint.${name}` as 'hint.title')
  return {
    values: {
      defaultLocale: locale,
      locales: LOCALES.join(),
      timeZone,
      // The first administrator's address may be of this machine alone.
      contactEmail: z.email().safeParse(email).success ? email : '',
    },
    labels: {
      title: label('title'),
      defaultLocale: label('defaultLocale'),
      locales: label('locales'),
      startsOn: label('startsOn'),
      endsOn: label('endsOn'),
      startTime: label('startTime'),
      endTime: label('endTime'),
      timeZone: label('timeZone'),
      city: label('city'),
      capacity: label('capacity'),
      contactEmail: label('contactEmail'),
      slug: label('slug'),
    },
    hints: {
      title: hint('title'),
      defaultLocale: hint('defaultLocale'),
      locales: hint('locales'),
      timeZone: hint('timeZone'),
      city: hint('city'),
      capacity: hint('capacity'),
      contactEmail: hint('contactEmail'),
      slug: hint('slug'),
    },
    words: {
      create: t('new.create'),
      creating: t('new.creating'),
      back: t('new.back'),
      optional: t('optional'),
      choose: t('choose'),
    },
    languages: LOCALES.map((each) => ({ value: each, label: names(`${each}.name`), lang: each })),
    zones: timeZones(new Date()),
    address: `${env().url.replace(/^https?:\/\//, '')}/e/`,
  }
}
