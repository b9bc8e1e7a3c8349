import { getTranslations } from 'next-intl/server'
import { CopyButton } from '#components/registration/copy-button'
import { env } from '#lib/env'
import type { CodeRow } from '#lib/invitations/queries/desk'

/** A code as one writes it, and the link that carries it: both to be passed on. */
export async function CodeKey({ code: { code }, slug }: { code: CodeRow; slug: string }) {
  const t = await getTranslations('invitations.codes')
  const link = `${env().url}/e/${slug}/register?code=${code}`
  return (
    <dl className="code-key">
      <div>
        <dt>{t('code')}</dt>
        <dd>
          <span className="code-spelled">{code}</span>
          <CopyButton text={code} words={{ copy: t('copyCode'), copied: t('copied') }} />
        </dd>
      </div>
      <div>
        <dt>{t('link')}</dt>
        <dd>
          <span className="code-link">{link}</span>
          <CopyButton text={link} words={{ copy: t('copyLink'), copied: t('copied') }} />
        </dd>
      </div>
    </dl>
  )
}
