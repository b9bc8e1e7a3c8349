import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/invitation/record'
import { EditForm } from '#components/setup/edit-form'
import { editWords } from '#components/setup/edit-page'
import { ButtonLink } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { localOf } from '#lib/events/policy/zone'
import { offset } from '#lib/format'
import { changeDate, resend, withdraw } from '#lib/invitations/actions/invitation'
import { invitationsHref } from '#lib/invitations/schema/list'

/** What an organizer may do with an open invitation. */
export async function RecordActs({ desk: { event }, record, outcome, name }: RecordProps & { name: string }) {
  const [t, all, words] = await Promise.all([
    getTranslations('invitations.act'),
    getTranslations('invitations'),
    editWords(),
  ])
  const subject = { slug: event.slug, id: record.id }
  const here = invitationsHref(event.slug, record.id)
  const holds = record.holds ? 'yes' : 'no'
  const hidden = Object.entries(subject).map(([field, value]) => (
    <input key={field} type="hidden" name={field} value={value} />
  ))
  if (outcome.edit === 'date')
    return (
      <div className="invitation-date">
        <EditForm
          label={t('date')}
          action={changeDate}
          words={{ ...words, save: t('dateSave') }}
          values={{ ...subject, expiresAt: localOf(record.expiresAt, event.timeZone) }}
          parts={[
            {
              key: 'date',
              rows: [
                [
                  {
                    kind: 'line',
                    type: 'datetime-local',
                    name: 'expiresAt',
                    label: all('field.expiresAt'),
                    hint: t('dateHint', {
                      holds,
                      zone: event.timeZone.replaceAll('_', ' '),
                      offset: offset(event.timeZone, record.expiresAt),
                    }),
                  },
                ],
              ],
            },
          ]}
        />
        <ButtonLink size="small" variant="plain" href={here}>
          {t('keep')}
        </ButtonLink>
      </div>
    )
  return (
    <div className="actions">
      <form action={resend}>
        {hidden}
        <SubmitButton size="small" variant="normal" pending={all('working')}>
          {t('resend')}
        </SubmitButton>
      </form>
      <ButtonLink size="small" href={`${here}?edit=date`}>
        {t('date')}
      </ButtonLink>
      <Confirm
        size="small"
        trigger={t('withdraw')}
        title={t('withdrawTitle', { name })}
        keep={t('keep')}
        action={
          <form action={withdraw}>
            {hidden}
            <SubmitButton size="small" variant="destroy" pending={all('working')}>
              {t('withdrawConfirm')}
            </SubmitButton>
          </form>
        }
      >
        <p>{t('withdrawText', { holds })}</p>
      </Confirm>
    </div>
  )
}
