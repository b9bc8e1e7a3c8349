import { getTranslations } from 'next-intl/server'
import type { InvitationDesk } from '#components/invitation/load'
import { codeRows } from '#components/invitation/new-code'
import { EditForm } from '#components/setup/edit-form'
import { editWords } from '#components/setup/edit-page'
import { ButtonLink } from '#components/ui/button'
import { localOf } from '#lib/events/policy/zone'
import { saveCode } from '#lib/invitations/actions/codes'
import type { CodeRow } from '#lib/invitations/queries/desk'
import { invitationsHref } from '#lib/invitations/schema/list'

/** Another name, number of places or date for a code. */
export async function CodeChange({ desk, code }: { desk: InvitationDesk; code: CodeRow }) {
  const { event } = desk
  const [t, words] = await Promise.all([getTranslations('invitations.codes'), editWords()])
  return (
    <div className="code-change">
      <EditForm
        label={t('changeOf', { label: code.label })}
        action={saveCode}
        words={{ ...words, save: t('save'), saving: t('saving') }}
        values={{
          slug: event.slug,
          id: code.id,
          label: code.label,
          places: String(code.places),
          expiresAt: localOf(code.expiresAt, event.timeZone),
        }}
        parts={[{ key: 'terms', rows: await codeRows(desk, code.expiresAt) }]}
      />
      <ButtonLink size="small" variant="plain" href={invitationsHref(event.slug, 'codes')}>
        {t('back')}
      </ButtonLink>
    </div>
  )
}
