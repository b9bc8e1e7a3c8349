import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { EditWaiting } from '#components/setup/edit-waiting'
import { LIST_VISIBILITIES } from '#db/enums'
import { saveCapacity } from '#lib/attendees/actions/capacity'
import { saveRegistration } from '#lib/events/actions/registration'
import { stampOf } from '#lib/events/policy/stamp'
import { localOf } from '#lib/events/policy/zone'
import { setupRegistration } from '#lib/events/queries/setup'
import { offset } from '#lib/format'

const HOURS = '48'

/** How many people there is room for, and when and how they register. */
export async function EditRegistration(place: EditDesk) {
  const { actor, event, outcome, subject } = place
  const rules = await setupRegistration(actor, event.id)
  if (!rules) notFound()
  const [t, field, value, desk, words] = await Promise.all([
    getTranslations('setup.registration'),
    getTranslations('setup.common.field'),
    getTranslations('setup.common.value'),
    getTranslations('desk'),
    editWords(),
  ])
  const optional = desk('optional')
  const { capacity, taken, waiting } = event.places
  const zone = rules.timeZone
  const at = (moment: Date | null) =>
    t('zone', {
      zone: zone.replaceAll('_', ' '),
      offset: offset(zone, moment ?? new Date(`${event.startsOn}T06:00:00Z`)),
    })
  const over = capacity !== null && taken > capacity
  const shown = stampOf(rules)
  const own = (of: 'capacity' | 'rules') => ((of === 'capacity') === (outcome.did === 'capacity') ? outcome.at : '')
  return (
    <>
      <section className="edit-room" aria-labelledby="room">
        <h2 id="room">{t('room')}</h2>
        <p className={over ? 'edit-over' : 'edit-hint'}>
          {capacity === null ? t('takenOpen', { taken, waiting }) : t('taken', { taken, capacity, waiting })}{' '}
          {over && t('over')}
        </p>
        <EditForm
          key={`capacity ${capacity} ${own('capacity')}`}
          label={t('room')}
          action={saveCapacity}
          words={{ ...words, save: t('saveCapacity') }}
          values={{ ...subject, shown: String(capacity ?? ''), capacity: String(capacity ?? '') }}
          parts={[
            {
              key: 'capacity',
              rows: [
                [{ kind: 'number', name: 'capacity', label: field('capacity'), hint: t('capacityHint'), optional }],
              ],
            },
          ]}
        />
      </section>
      <EditForm
        key={`rules ${shown} ${own('rules')}`}
        label={t('rules')}
        action={saveRegistration}
        words={words}
        values={{
          ...subject,
          shown,
          opensAt: localOf(rules.opensAt, zone),
          closesAt: localOf(rules.closesAt, zone),
          approval: rules.approval ? 'on' : '',
          confirms: rules.confirmHours === null ? '' : 'on',
          confirmHours: String(rules.confirmHours ?? HOURS),
          freezesAt: localOf(rules.freezesAt, zone),
          listVisibility: rules.listVisibility,
        }}
        parts={[
          {
            key: 'window',
            title: t('window'),
            hint: t('windowHint'),
            rows: [
              [
                {
                  kind: 'line',
                  type: 'datetime-local',
                  name: 'opensAt',
                  label: field('opensAt'),
                  hint: at(rules.opensAt),
                  optional,
                },
                {
                  kind: 'line',
                  type: 'datetime-local',
                  name: 'closesAt',
                  label: field('closesAt'),
                  hint: at(rules.closesAt),
                  optional,
                },
              ],
            ],
          },
          {
            key: 'way',
            title: t('way'),
            rows: [
              [{ kind: 'tick', name: 'approval', label: t('approval'), hint: t('approvalHint') }],
              [{ kind: 'tick', name: 'confirms', label: t('confirms'), hint: t('confirmsHint') }],
              [{ kind: 'number', name: 'confirmHours', label: field('confirmHours'), hint: t('hoursHint') }],
            ],
          },
          {
            key: 'afterwards',
            title: t('afterwards'),
            rows: [
              [
                {
                  kind: 'line',
                  type: 'datetime-local',
                  name: 'freezesAt',
                  label: field('freezesAt'),
                  hint: `${t('freezesHint')} ${at(rules.freezesAt)}`,
                  optional,
                },
              ],
              [
                {
                  kind: 'radio',
                  name: 'listVisibility',
                  label: field('listVisibility'),
                  hint: t('visibilityHint'),
                  options: LIST_VISIBILITIES.map((one) => ({ value: one, label: value(one) })),
                },
              ],
            ],
          },
        ]}
      />
      <EditWaiting {...place} />
    </>
  )
}
