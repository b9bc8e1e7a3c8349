import { getTranslations } from 'next-intl/server'
import type { InvitationDesk } from '#components/invitation/load'
import { NotNow } from '#components/invitation/not-now'
import type { EditFieldProps } from '#components/setup/edit-field'
import { EditForm } from '#components/setup/edit-form'
import { editWords } from '#components/setup/edit-page'
import { hasEnded } from '#lib/events/policy'
import { offset } from '#lib/format'
import { makeNewCode } from '#lib/invitations/actions/codes'
import { usualUntil } from '#lib/invitations/policy/until'
import { freePlaces } from '#lib/invitations/queries/preview'
import type { Outcome } from '#lib/invitations/schema/list'
import { LIMITS } from '#lib/invitations/schema/terms'

/** A new code for an organization. */
export async function NewCode({ desk, outcome }: { desk: InvitationDesk; outcome: Outcome }) {
  const { event, types } = desk
  const now = new Date()
  if (event.status !== 'published' || hasEnded(event, now)) return <NotNow event={event} />
  const [t, choose, words, free] = await Promise.all([
    getTranslations('invitations.codes'),
    getTranslations('invitations.list'),
    editWords(),
    freePlaces(desk.signedIn.actor, event.id, null),
  ])
  const until = usualUntil(event, now)
  const rows = await codeRows(desk, new Date(`${until}Z`))
  const type: EditFieldProps = {
    kind: 'list',
    name: 'typeId',
    label: t('typeId'),
    placeholder: choose('anyType'),
    options: types.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <section className="edit-part codes-new">
      <h2>{t('new')}</h2>
      <p className="edit-hint">
        {t('newHint')} {free !== null && t('free', { free })}
      </p>
      <EditForm
        key={`new ${outcome.at}`}
        label={t('new')}
        action={makeNewCode}
        words={{ ...words, save: t('make'), saving: t('saving') }}
        values={{ slug: event.slug, label: '', places: '', expiresAt: until, typeId: '' }}
        parts={[{ key: 'terms', rows: [...rows, [type]] }]}
      />
    </section>
  )
}

/** The fields that every code has. */
export async function codeRows({ event }: InvitationDesk, until: Date): Promise<EditFieldProps[][]> {
  const t = await getTranslations('invitations.codes')
  const zone = t('zone', { zone: event.timeZone.replaceAll('_', ' '), offset: offset(event.timeZone, until) })
  return [
    [
      {
        kind: 'line',
        name: 'label',
        label: t('label'),
        hint: t('labelHint'),
        maxLength: LIMITS.label,
        prose: true,
      },
    ],
    [
      { kind: 'number', name: 'places', label: t('places') },
      { kind: 'line', type: 'datetime-local', name: 'expiresAt', label: t('expiresAt'), hint: zone },
    ],
  ]
}
