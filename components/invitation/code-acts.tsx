import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { end, renew } from '#lib/invitations/actions/codes'
import type { CodeRow } from '#lib/invitations/queries/desk'
import { invitationsHref } from '#lib/invitations/schema/list'

/** What an organizer may do with a code that works. */
export async function CodeActs({ code, slug }: { code: CodeRow; slug: string }) {
  const [t, all] = await Promise.all([getTranslations('invitations.codes'), getTranslations('invitations')])
  const { label, used, held } = code
  const button = (word: string) => (
    <SubmitButton size="small" variant="destroy" pending={all('working')}>
      {word}
    </SubmitButton>
  )
  return (
    <div className="actions code-acts">
      <ButtonLink
        size="small"
        href={`${invitationsHref(slug, 'codes')}?edit=${code.id}`}
        aria-label={t('changeOf', { label })}
      >
        {t('change')}
      </ButtonLink>
      <Confirm
        size="small"
        variant="normal"
        trigger={t('renew')}
        title={t('renewTitle', { label })}
        keep={t('keep')}
        action={
          <CodeForm action={renew} slug={slug} id={code.id}>
            {button(t('renewConfirm'))}
          </CodeForm>
        }
      >
        <p>{t('renewText', { code: code.code })}</p>
      </Confirm>
      <Confirm
        size="small"
        trigger={t('end')}
        title={t('endTitle', { label })}
        keep={t('keep')}
        action={
          <CodeForm action={end} slug={slug} id={code.id}>
            {button(t('endConfirm'))}
          </CodeForm>
        }
      >
        <p>{t('endText', { used, held })}</p>
      </Confirm>
    </div>
  )
}

function CodeForm({
  action,
  slug,
  id,
  children,
}: {
  action: (form: FormData) => Promise<void>
  slug: string
  id: string
  children: ReactNode
}) {
  return (
    <form action={action}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      {children}
    </form>
  )
}
