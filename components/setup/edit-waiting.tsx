import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { WAITING_MODES } from '#db/enums'
import { saveWaitingRules } from '#lib/attendees/actions/waiting'
import { stampOf } from '#lib/events/policy/stamp'
import { setupWaiting } from '#lib/events/queries/setup'

/** How free places get to those who wait, and whether a seat is held for those who are decided on. */
export async function EditWaiting({ actor, event, subject, outcome }: EditDesk) {
  const rules = await setupWaiting(actor, event.id)
  if (!rules) notFound()
  const [t, field, words] = await Promise.all([
    getTranslations('setup.waiting'),
    getTranslations('setup.common.field'),
    editWords(),
  ])
  const shown = stampOf(rules)
  return (
    <EditForm
      key={`waiting ${shown} ${outcome.at}`}
      label={t('title')}
      action={saveWaitingRules}
      words={{ ...words, save: t('save') }}
      values={{
        ...subject,
        shown,
        waitingMode: rules.waitingMode,
        offerHours: String(rules.offerHours),
        pendingHolds: rules.pendingHolds ? 'on' : '',
      }}
      parts={[
        {
          key: 'waiting',
          title: t('title'),
          rows: [
            [
              {
                kind: 'radio',
                name: 'waitingMode',
                label: field('waitingMode'),
                options: WAITING_MODES.map((mode) => ({ value: mode, label: t(mode), hint: t(`${mode}Hint`) })),
              },
            ],
            [{ kind: 'number', name: 'offerHours', label: field('offerHours'), hint: t('hoursHint') }],
            [{ kind: 'tick', name: 'pendingHolds', label: t('pendingHolds'), hint: t('pendingHoldsHint') }],
          ],
        },
      ]}
    />
  )
}
