import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { FUNDERS } from '#db/enums'
import { countryOptions } from '#lib/countries/policy'
import { env } from '#lib/env'
import { saveFacts } from '#lib/events/actions/facts'
import { stampOf } from '#lib/events/policy/stamp'
import { timeZones } from '#lib/events/policy/zones'
import { setupFacts } from '#lib/events/queries/setup'
import { FACT_LIMITS } from '#lib/events/schema/edit/facts'

/** Address, days, place and money of an event. */
export async function EditFacts({ actor, locale, event, outcome, subject }: EditDesk) {
  const facts = await setupFacts(actor, event.id)
  if (!facts) notFound()
  const [t, field, value, desk] = await Promise.all([
    getTranslations('setup.facts'),
    getTranslations('setup.common.field'),
    getTranslations('setup.common.value'),
    getTranslations('desk'),
  ])
  const optional = desk('optional')
  const address = `${env().url}/e/${facts.slug}`
  const shown = stampOf(facts)
  const zones = timeZones(new Date())
  const known = zones.some((zone) => zone.value === facts.timeZone)
  const own = { value: facts.timeZone, label: facts.timeZone.replaceAll('_', ' ') }
  return (
    <EditForm
      key={`${shown} ${outcome.at}`}
      action={saveFacts}
      words={await editWords()}
      values={{
        ...subject,
        shown,
        ...facts,
        startTime: facts.startTime ?? '',
        endTime: facts.endTime ?? '',
        countryCode: facts.countryCode ?? '',
        funder: facts.funder ?? '',
      }}
      parts={[
        {
          key: 'when',
          title: t('when'),
          hint: t('hoursHint'),
          rows: [
            [
              { kind: 'line', type: 'date', name: 'startsOn', label: field('startsOn') },
              { kind: 'line', type: 'time', name: 'startTime', label: field('startTime'), optional },
            ],
            [
              { kind: 'line', type: 'date', name: 'endsOn', label: field('endsOn') },
              { kind: 'line', type: 'time', name: 'endTime', label: field('endTime'), optional },
            ],
            [
              {
                kind: 'list',
                name: 'timeZone',
                label: field('timeZone'),
                hint: t('timeZoneHint'),
                options: known ? zones : [own, ...zones],
              },
            ],
          ],
        },
        {
          key: 'where',
          title: t('where'),
          rows: [
            [
              {
                kind: 'list',
                name: 'countryCode',
                label: field('countryCode'),
                hint: t('countryHint'),
                optional,
                options: countryOptions(locale),
                placeholder: t('noCountry'),
              },
            ],
            [
              {
                kind: 'line',
                type: 'url',
                name: 'onlineUrl',
                label: field('onlineUrl'),
                hint: t('onlineHint'),
                optional,
                maxLength: FACT_LIMITS.onlineUrl,
              },
            ],
            [
              {
                kind: 'line',
                name: 'slug',
                label: field('slug'),
                hint: t.rich('slugHint', { address: () => <b>{address}</b> }),
                maxLength: FACT_LIMITS.slug,
              },
            ],
            [
              {
                kind: 'line',
                type: 'email',
                name: 'contactEmail',
                label: field('contactEmail'),
                hint: t('contactHint'),
                optional,
                maxLength: FACT_LIMITS.contactEmail,
              },
            ],
          ],
        },
        {
          key: 'money',
          title: t('money'),
          rows: [
            [
              {
                kind: 'radio',
                name: 'funder',
                label: field('funder'),
                hint: t('funderHint'),
                options: [
                  { value: '', label: t('noFunder') },
                  ...FUNDERS.map((funder) => ({ value: funder, label: value(funder) })),
                ],
              },
            ],
            [
              {
                kind: 'line',
                name: 'programme',
                label: field('programme'),
                optional,
                maxLength: FACT_LIMITS.programme,
                prose: true,
              },
              {
                kind: 'line',
                name: 'projectNumber',
                label: field('projectNumber'),
                optional,
                maxLength: FACT_LIMITS.projectNumber,
              },
            ],
          ],
        },
      ]}
    />
  )
}
